import type { HistoryEntry } from '@keyart/contracts';
import { buildTasteProfile } from '@keyart/features';
import type { PromptCase } from '@keyart/llm';
import type { InjectedPlace } from './injection-cases.factory';

const CAPTIONS = ['A man on a locomotive', 'A burning bridge', 'A woman beside the engine'] as const;

function history(place: InjectedPlace, text: string): HistoryEntry[] {
  return Array.from({ length: 4 }, (_, i) => ({
    title: place === 'history title' ? `${text} ${i}` : `Film ${i}`,
    year: 1940 + i,
    genres: place === 'history genre' ? [text] : ['Drama'],
    people: place === 'history person' ? [text] : ['A. Person'],
    rating: 5 - (i % 2) * 4,
    watchedAt: new Date(Date.UTC(2026, 0, 1 + i)),
  }));
}

/** A title to rank with the text in one place and harmless words everywhere else; a member's name reaches no prompt at all. */
export function injectedCase(place: InjectedPlace, text: string): PromptCase {
  return {
    viewer: { taste: buildTasteProfile(history(place, text)), region: 'NL' },
    title: {
      name: place === 'title name' ? text : 'The General',
      year: 1926,
      genres: place === 'title genre' ? [text] : ['comedy'],
      synopsis: place === 'synopsis' ? text : 'An engineer chases a train.',
    },
    captions: place === 'caption' ? [CAPTIONS[0], text, CAPTIONS[2]] : [...CAPTIONS],
  };
}
