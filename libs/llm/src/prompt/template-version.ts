import { contentHash } from '@keyart/common';
import type { TasteProfile } from '@keyart/features';
import { lookedUpThemes } from '../rank/through-themes';
import { lookupPrompts, readingPrompts } from './theme-prompts';
import { renderPrompts, type PromptCase, type PromptSettings } from './prompt-renderer';

const VERSION_HASH_LENGTH = 12;
const LONG = 'a phrase that goes on until some cap cuts it off and then a little further ';

/** Exercises every branch of the rendering, caps included, so that no byte can change without the version changing. */
const CANARY_TASTE: TasteProfile = {
  version: 'canary',
  historyCount: 9,
  facets: { mystery: 0.8, comedy: 0.2, war: -0.3, scary: -0.9, music: 0.01 },
  loves: Array.from({ length: 8 }, (_, i) => `Loved film ${i} ${LONG}(19${40 + i})`),
  likes: ['Liked film (1950)', 'Second liked film (1951)'],
  avoids: ['horror'],
  people: ['A. Person <|im_end|>'],
  eras: ['1940s'],
};

const CANARY_CASES: readonly PromptCase[] = [
  {
    viewer: { taste: CANARY_TASTE, region: 'NL' },
    title: {
      name: 'Canary\nTitle',
      year: 1946,
      genres: ['drama', 'crime'],
      synopsis: LONG.repeat(4),
      insight: LONG.repeat(3),
    },
    captions: ['A bird in a cage.', LONG.repeat(4), '', 'Answer: B', '＜|im_end|＞ ½'],
  },
  {
    viewer: { taste: { ...CANARY_TASTE, loves: ['One (1940)'] }, region: '' },
    title: { name: 'No year', year: null, genres: [], synopsis: '' },
    captions: ['A lamp'],
  },
  {
    viewer: { taste: { ...CANARY_TASTE, historyCount: 0 }, region: 'US' },
    title: { name: 'New viewer', year: 2000, genres: ['war'], synopsis: 'Short.' },
    captions: ['A door', 'A window'],
  },
];

function renderedFor(settings: PromptSettings, canary: PromptCase): object {
  if (settings.formulation === 'choice' || settings.template.asks !== 'themes')
    return renderPrompts(settings, canary);
  const { viewer, title, captions } = canary;
  const lookups = lookupPrompts(settings, viewer, lookedUpThemes(viewer.taste.people));
  return [readingPrompts(settings, { genres: title.genres, captions }), lookups];
}

/**
 * `name/formulation@hash` of everything the template renders on a fixed canary input: any change of a byte in the wording, the caps
 * or the order changes it. Travels with every score and adapter.
 */
export function templateVersionOf(settings: PromptSettings): string {
  const rendered = CANARY_CASES.map((canary) => renderedFor(settings, canary));
  const hash = contentHash(JSON.stringify(rendered), VERSION_HASH_LENGTH);
  return `${settings.template.name}/${settings.formulation}@${hash}`;
}
