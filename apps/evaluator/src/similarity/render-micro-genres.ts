import { renderTable } from '../terminal/table';
import type { ListedMicroGenre, MicroGenreMeasurement, SampledMembership } from './measure-micro-genres';

function listOf(microGenres: readonly ListedMicroGenre[]): string {
  const rows = microGenres.map(({ name, titleCount, lift, oddsRatio, examples }) => [
    ...[String(titleCount), lift.toFixed(1), oddsRatio.toFixed(1), name, examples.slice(0, 3).join('; ')],
  ]);
  return renderTable([['titles', 'lift', 'odds ratio', 'micro-genre', 'some of its titles'], ...rows]);
}

function membershipOf({ name, year, microGenre, evidence }: SampledMembership): string {
  const lines = evidence.map(({ facet, source, span }) => `    ${facet}: ${source} “${span}”`);
  return [`${name} (${year ?? 'year unknown'}): ${microGenre}`, ...lines].join('\n');
}

/** Micro-genres as text. @param shownCount rows of the list, largest first */
export function renderMicroGenres(measured: MicroGenreMeasurement, shownCount: number): string {
  const { microGenres, sample, seed, titleCount, coverage, floor, isMet } = measured;
  const parts = [
    listOf(microGenres.slice(0, shownCount)),
    ...(sample.length > 0 ? [sample.map(membershipOf).join('\n')] : []),
    `${microGenres.length} micro-genres of ${titleCount} titles (seed ${seed}); ${coverage.toFixed(4)} of the titles are in one, at least ${floor} wanted: ${isMet ? 'met' : 'MISSED'}`,
  ];
  return parts.join('\n\n');
}

/** One micro-genre with its titles as text. */
export function renderMicroGenre({
  name,
  slug,
  titleCount,
  lift,
  oddsRatio,
  examples,
}: ListedMicroGenre): string {
  const heading = `${name} (${slug}): ${titleCount} titles, lift ${lift.toFixed(2)}, odds ratio ${oddsRatio.toFixed(2)}`;
  return [heading, ...examples.map((title) => `  ${title}`)].join('\n');
}
