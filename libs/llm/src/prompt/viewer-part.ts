import type { TasteProfile } from '@keyart/features';
import { LEANING_LEVELS } from './leaning-levels';
import { CHARACTERS_PER_TOKEN, promptText } from './prompt-text';
import { TITLE_TEMPLATE } from './title-template';
import { renderExamples } from './viewer-examples';

/** What a prompt says of the viewer. */
export interface PromptViewer {
  readonly taste: TasteProfile;
  /** ISO 3166-1 alpha-2 country; empty when unknown. */
  readonly region: string;
}

/** How a viewer is told of. */
export interface ViewerRendering {
  /** Cap of the history lists, in tokens counted as four characters each: none for small models, who do better on tastes alone. */
  readonly historyTokens: number;
  /** See `PromptTemplate`. */
  readonly tastesAs?: 'lists' | 'examples';
}

const ITEM_LENGTH = 60;
const REGION_LENGTH = 8;

/**
 * The viewer as a few lines: history strongest and newest first, tastes as bucketed words instead of numbers, the clearest first.
 * Depends on the viewer alone, so all titles of a page share it. People are told of in any case, for no other line
 * says whose face is welcome.
 */
export function renderViewer(
  { taste, region }: PromptViewer,
  { historyTokens, tastesAs = 'lists' }: ViewerRendering,
): string {
  const history = renderHistory(taste, historyTokens * CHARACTERS_PER_TOKEN);
  const tastes = tastesAs === 'lists' ? renderLists(taste) : renderExamples(taste);
  const known = [...history, ...tastes];
  const lines = taste.historyCount === 0 ? [TITLE_TEMPLATE.newViewer] : known;
  const country = promptText(region, REGION_LENGTH);
  return ['Viewer', ...lines, ...(country ? [`Region: ${country}.`] : [])].join('\n');
}

function renderLists(taste: TasteProfile): string[] {
  return [...line('People', itemsWithin(taste.people, Infinity)), ...renderLeanings(taste)];
}

function line(name: string, items: readonly string[]): string[] {
  return items.length > 0 ? [`${name}: ${items.join(', ')}.`] : [];
}

function renderHistory(taste: TasteProfile, maxLength: number): string[] {
  const lists = [
    ['Favourites', taste.loves],
    ['Liked', taste.likes],
    ['Avoids', taste.avoids],
    ['Eras', taste.eras],
  ] as const;
  let left = maxLength;
  return lists.flatMap(([name, items]) => {
    const kept = itemsWithin(items, left);
    left -= kept.join(', ').length;
    return line(name, kept);
  });
}

function itemsWithin(items: readonly string[], maxLength: number): string[] {
  const kept: string[] = [];
  let length = 0;
  for (const item of items.map((text) => promptText(text, ITEM_LENGTH)).filter(Boolean)) {
    length += item.length + 2;
    if (length > maxLength) break;
    kept.push(item);
  }
  return kept;
}

function renderLeanings({ facets }: TasteProfile): string[] {
  const leanings = Object.entries(facets).sort(
    ([a, x], [b, y]) => Math.abs(y) - Math.abs(x) || (a < b ? -1 : 1),
  );
  return LEANING_LEVELS.flatMap(({ least, towards, away }, i) => {
    const most = i === 0 ? Infinity : LEANING_LEVELS[i - 1].least;
    const words = (sign: 1 | -1): string[] =>
      leanings.filter(([, x]) => x * sign >= least && x * sign < most).map(([facet]) => facet);
    return [...line(towards, words(1)), ...line(away, words(-1))];
  });
}
