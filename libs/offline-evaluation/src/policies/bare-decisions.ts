import type { LoggedChoice } from '@keyart/decision-log';
import { NEW_VIEWER_TASTE, type ArtworkDescriptor } from '@keyart/features';
import type { JudgedDecision } from './judged-decision';

/** Decisions of which nothing is known but what the log says: artworks are their ids. */
export function bareDecisions(choices: readonly LoggedChoice[]): JudgedDecision[] {
  const described = new Map<string, ArtworkDescriptor>();
  const artworkOf = (artworkId: string, titleId: string): ArtworkDescriptor => {
    const key = JSON.stringify([artworkId, titleId]);
    const known = described.get(key) ?? bareArtwork(artworkId, titleId);
    described.set(key, known);
    return known;
  };
  return choices.map((choice) => ({
    choice,
    artworks: choice.candidates.map((artworkId) => artworkOf(artworkId, choice.titleId)),
    taste: NEW_VIEWER_TASTE,
    known: null,
  }));
}

function bareArtwork(artworkId: string, titleId: string): ArtworkDescriptor {
  const unseen = { facets: {}, caption: '', captionVersion: '', look: null };
  return { artworkId, titleId, isEditorialDefault: false, ...unseen };
}
