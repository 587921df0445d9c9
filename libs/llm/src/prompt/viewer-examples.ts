import type { TasteProfile } from '@keyart/features';
import { LEANING_LEVELS } from './leaning-levels';
import { promptText } from './prompt-text';

const ITEM_LENGTH = 60;
function example(shown: string, answer: string): string {
  return `Picture: ${promptText(shown, ITEM_LENGTH)}. Answer: ${answer}`;
}

function answerTo(leaning: number): string | null {
  const level = LEANING_LEVELS.find(({ least }) => Math.abs(leaning) >= least);
  return level ? level[leaning > 0 ? 'fits' : 'fitsNot'] : null;
}

/**
 * Tastes and people as pictures that were answered before, the clearest last and so next to the question: a small model finds
 * what is like the picture at hand and gives its answer, which it can long before it understands lists
 * (Olsson et al., "In-context learning and induction heads", 2022).
 */
export function renderExamples({ facets, people }: TasteProfile): string[] {
  const leanings = Object.entries(facets).sort(
    ([a, x], [b, y]) => Math.abs(x) - Math.abs(y) || (a < b ? -1 : 1),
  );
  const answered = leanings.flatMap(([facet, leaning]) => {
    const answer = answerTo(leaning);
    return answer === null ? [] : [example(facet, answer)];
  });
  return [...people.map((name) => example(name, LEANING_LEVELS[0].fits)), ...answered];
}
