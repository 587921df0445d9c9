import { createRandom } from '@keyart/common';
import { pictureVector, tasteVector } from '@keyart/features';
import type { BenchCase } from './bench-contexts';

/** Taste × picture interactions, beside the main effects: what the production model has. */
export const VW_INTERACTIONS = 'TP';

function entry(index: number, value: number): string {
  return `${index}:${value.toPrecision(6)}`;
}

function tasteLine({ context }: BenchCase): string {
  const entries = [...tasteVector(context.viewer.taste)].flatMap((value, i) =>
    value ? [entry(i, value)] : [],
  );
  return `shared |T ${entries.join(' ')}`;
}

function pictureLines({ candidates }: BenchCase): string[] {
  return candidates.map(({ descriptor }) => {
    const { indices, values } = pictureVector(descriptor);
    const entries = Array.from(indices, (index, i) => entry(index, values[i]));
    return `|P ${entries.join(' ')} |A ${descriptor.artworkId}`;
  });
}

/** The decision as a Vowpal Wabbit multi-line example without label. */
export function vwExample(one: BenchCase): string {
  return `${[tasteLine(one), ...pictureLines(one)].join('\n')}\n\n`;
}

/** The decisions as labelled examples of uniform logging, so that the model to predict with has weights. */
export function vwTrainingText(cases: readonly BenchCase[]): string {
  const random = createRandom('bench/policy/labels');
  const labelled = cases.map((one) => {
    const lines = pictureLines(one);
    const chosen = Math.floor(random.next() * lines.length);
    const cost = random.next() < 0.2 ? -1 : 0;
    lines[chosen] = `${chosen}:${cost}:${1 / lines.length} ${lines[chosen]}`;
    return `${[tasteLine(one), ...lines].join('\n')}\n\n`;
  });
  return labelled.join('');
}

/** Sparse features of a decision: given, and after crossing taste with picture; means over the decisions. */
export function featureCounts(cases: readonly BenchCase[]): { given: number; crossed: number } {
  let given = 0;
  let crossed = 0;
  for (const { context, candidates } of cases) {
    const tasteCount = tasteVector(context.viewer.taste).filter((value) => value !== 0).length;
    const pictureCounts = candidates.map(({ descriptor }) => pictureVector(descriptor).indices.length);
    const pictures = pictureCounts.reduce((sum, count) => sum + count, 0);
    given += tasteCount + pictures + candidates.length;
    crossed += tasteCount * pictures;
  }
  return { given: given / cases.length, crossed: crossed / cases.length };
}
