import type { TitleRecord } from '@keyart/contracts';
import { microGenreName } from '@keyart/similarity';
import { TRAIT_NAMES, type InsightFit, type TransferPart } from '@keyart/transfer';

/** A trait is worth telling of from so much reward on. */
const LEAST_EFFECT = 0.01;
const MOST_TOLD = 2;

function effectsOf(part: TransferPart | null, weight: number, titleId: string): Float64Array | null {
  return part === null || weight === 0
    ? null
    : part.predict(titleId).effects.map((effect) => effect * weight);
}

function traitsThatDoWell({ similarity, microGenre, weights }: InsightFit, titleId: string): string[] {
  const parts = [
    effectsOf(similarity, weights.similarity, titleId),
    effectsOf(microGenre, weights['micro-genre'], titleId),
  ];
  return TRAIT_NAMES.map((name, t) => ({
    name,
    effect: parts.reduce((sum, effects) => sum + (effects?.[t] ?? 0), 0),
  }))
    .filter(({ effect }) => effect >= LEAST_EFFECT)
    .sort((a, b) => b.effect - a.effect)
    .slice(0, MOST_TOLD)
    .map(({ name }) => name);
}

/**
 * What is known of a title before it is shown, for a language model's prompt: the micro-genres it is in, and what pictures did well on titles like
 * it. Empty where nothing is known.
 * @param slugs of its micro-genres, most specific first
 */
export function titleLine(
  fit: InsightFit,
  { titleId }: Pick<TitleRecord, 'titleId'>,
  slugs: readonly string[],
): string {
  const names = slugs.slice(0, MOST_TOLD).map((slug) => microGenreName(slug.split('.')));
  const traits = traitsThatDoWell(fit, titleId);
  const known = names.length > 0 ? [`One of the ${names.join(', ')}.`] : [];
  const learnt =
    traits.length > 0 ? [`On similar titles pictures did well that show: ${traits.join(', ')}.`] : [];
  return [...known, ...learnt].join(' ');
}
