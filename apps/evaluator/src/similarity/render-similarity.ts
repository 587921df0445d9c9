import { renderTable } from '../terminal/table';
import type { SimilarityEvaluation, SimilarityFloor } from './evaluate-similarity';

function digits(value: number): string {
  return value >= 10 ? value.toFixed(1) : value.toFixed(3);
}

/** Floors as a table. */
export function renderFloors(floors: readonly SimilarityFloor[]): string {
  const rows = floors.map(({ what, value, floor, isLeast, isMet }) => [
    ...[what, digits(value), `${isLeast ? 'at least' : 'below'} ${floor}`, isMet ? 'met' : 'MISSED'],
  ]);
  return renderTable([['floor', 'measured', 'wanted', ''], ...rows]);
}

/** The evaluation as text. */
export function renderSimilarity({ seed, hits, recall, rebuilds, floors }: SimilarityEvaluation): string {
  const rows = Object.entries(hits).map(([what, { hitFraction, randomFraction, titleCount }]) => [
    ...[what, String(titleCount), hitFraction.toFixed(3), randomFraction.toFixed(3)],
  ]);
  const times = rebuilds.map(({ titleCount, seconds }) => `${titleCount} titles in ${seconds.toFixed(1)} s`);
  return [
    renderTable([['genre-hit@10', 'titles', 'nearest', 'random'], ...rows]),
    `recall@10 of the approximate search ${recall.toFixed(3)}; rebuilt ${times.join(', ')} (no sentence embeddings); seed ${seed}`,
    renderFloors(floors),
  ].join('\n\n');
}
