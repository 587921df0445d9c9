import type { TasteProfile } from '@keyart/features';
import { CHARACTERS_PER_TOKEN, promptText } from './prompt-text';
import { TITLE_TEMPLATE } from './title-template';

/** What a prompt says of the viewer. */
export interface PromptViewer {
  readonly taste: TasteProfile;
  /** ISO 3166-1 alpha-2 country; empty when unknown. */
  readonly region: string;
}

const ITEM_LENGTH = 60;
const REGION_LENGTH = 8;
const FACET_COUNT = 5;
const CLEAR_LEANING = 0.15;
const STRONG_LEANING = 0.5;

/**
 * The viewer as a few lines: history strongest and newest first, tastes as bucketed words instead of numbers.
 * Depends on the viewer alone, so all titles of a page share it.
 * @param historyTokens cap of the history lists, in tokens counted as four characters each (150 small models, 800 for 8B)
 */
export function renderViewer({ taste, region }: PromptViewer, historyTokens: number): string {
  const history = renderHistory(taste, historyTokens * CHARACTERS_PER_TOKEN);
  const lines =
    taste.historyCount === 0 ? [TITLE_TEMPLATE.newViewer] : [...history, ...renderLeanings(taste)];
  const country = promptText(region, REGION_LENGTH);
  return ['Viewer', ...lines, ...(country ? [`Region: ${country}.`] : [])].join('\n');
}

function renderHistory(taste: TasteProfile, maxLength: number): string[] {
  const lists = [
    ['Loves', taste.loves],
    ['Likes', taste.likes],
    ['Avoids', taste.avoids],
    ['People', taste.people],
    ['Eras', taste.eras],
  ] as const;
  let left = maxLength;
  const lines: string[] = [];
  for (const [name, items] of lists) {
    const kept = itemsWithin(items, left);
    left -= kept.join(', ').length;
    if (kept.length > 0) lines.push(`${name}: ${kept.join(', ')}.`);
  }
  return lines;
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
  const leanings = Object.entries(facets)
    .filter(([, weight]) => Math.abs(weight) >= CLEAR_LEANING)
    .sort(([a, x], [b, y]) => Math.abs(y) - Math.abs(x) || (a < b ? -1 : 1))
    .slice(0, 2 * FACET_COUNT);
  const words = (sign: 1 | -1): string =>
    leanings
      .filter(([, weight]) => weight * sign > 0)
      .slice(0, FACET_COUNT)
      .map(([facet, weight]) => (Math.abs(weight) >= STRONG_LEANING ? `${facet} (strongly)` : facet))
      .join(', ');
  const towards = words(1);
  const away = words(-1);
  return [...(towards ? [`Drawn to: ${towards}.`] : []), ...(away ? [`Put off by: ${away}.`] : [])];
}
