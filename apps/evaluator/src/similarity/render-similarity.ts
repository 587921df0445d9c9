import { floorTable } from '../terminal/floor-table';
import { renderTable } from '../terminal/table';
import type { SimilarityEvaluation, SimilarityFloor } from './evaluate-similarity';

function digits(value: number): string {
  return value >= 10 ? value.toFixed(1) : value.toFixed(3);
}

/** Floors as a table. */
export function renderFloors(floors: readonly SimilarityFloor[]): string {
  return floorTable(
    floors.map(({ what, value, floor, isLeast, isMet }) => ({
      ...{ what, isMet, measured: digits(value), wanted: `${isLeast ? 'at least' : 'below'} ${floor}` },
    })),
  );
}

/** The evaluation as text. */
export function renderSimilarity({
  seed,
  hits,
  recall,
  rebuilds,
  searches,
  floors,
}: SimilarityEvaluation): string {
  const rows = Object.entries(hits).map(([what, { hitFraction, randomFraction, titleCount }]) => [
    ...[what, String(titleCount), hitFraction.toFixed(3), randomFraction.toFixed(3)],
  ]);
  const stages = Object.keys(rebuilds[0]?.stages ?? {});
  const times = rebuilds.map(({ titleCount, seconds, processorSeconds, stages: own }) => [
    ...[
      String(titleCount),
      seconds.toFixed(1),
      processorSeconds.toFixed(1),
      ...stages.map((stage) => own[stage].toFixed(1)),
    ],
  ]);
  return [
    renderTable([['genre-hit@10', 'titles', 'nearest', 'random'], ...rows]),
    'Genres are in no vector. Encyclopaedias name them in the first sentence: the second row is without those words, honestly.',
    renderTable([['rebuilt, titles', 'seconds', 'of the processor', ...stages], ...times]),
    `No sentence embeddings. Ten neighbours of ${rebuilds[0]?.titleCount ?? 0} titles: exact ${searches.exact.toFixed(1)} s, approximate ${searches.approximate.toFixed(1)} s, recall@10 ${recall.toFixed(3)}. Seed ${seed}.`,
    renderFloors(floors),
  ].join('\n\n');
}
