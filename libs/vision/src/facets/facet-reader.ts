import type { TextEmbedder } from '../text-embedder';
import { combineSigns, type CompositeFacets } from './composite-facets';
import { FACET_CALIBRATIONS, type FacetCalibrations } from './facet-calibration';
import { facetSigns, type FacetSigns } from './facet-signs';
import type { FacetSubject } from './facet-subject';
import { PrototypeNearness } from './prototype-nearness';

/** Signs of all facets, and why words are not among them; null: they are. */
export interface GatheredSigns {
  readonly signs: readonly FacetSigns[];
  readonly unreadWords: string | null;
}

/** Reads how probable each facet of the vocabulary is for a picture, from its words, its features and its title. */
export class FacetReader {
  private readonly nearness: PrototypeNearness | null;

  /** @param embedder null: no text model is here; facets then come from features and title alone, and the answer says so */
  constructor(
    embedder: TextEmbedder | null,
    private readonly calibrations: FacetCalibrations = FACET_CALIBRATIONS,
  ) {
    this.nearness = embedder && new PrototypeNearness(embedder);
  }

  /**
   * The picture's facets with the evidence.
   * @throws what the embedder throws
   */
  async read(subject: FacetSubject): Promise<CompositeFacets> {
    const { signs, unreadWords } = await this.gather(subject);
    const { withWords, withoutWords } = this.calibrations;
    return { ...combineSigns(signs, unreadWords === null ? withWords : withoutWords), unreadWords };
  }

  /**
   * What speaks of each facet, not weighed yet: what calibrations are fitted on.
   * @throws what the embedder throws
   */
  async gather(subject: FacetSubject): Promise<GatheredSigns> {
    const words = subject.words?.trim();
    if (!words) return unread(subject, 'there are no words of the picture');
    if (!this.nearness) return unread(subject, 'no text model is here');
    return { signs: facetSigns(subject, await this.nearness.of(words)), unreadWords: null };
  }
}

function unread(subject: FacetSubject, unreadWords: string): GatheredSigns {
  return { signs: facetSigns(subject, null), unreadWords };
}
