import type { SimilarityFloor } from '../similarity/evaluate-similarity';
import { renderFloors } from '../similarity/render-similarity';
import { renderTable } from '../terminal/table';
import { percent } from '../world/figures';
import type { NamePersistence } from './measure-names';
import type { NullRow } from './measure-null-worlds';
import type { RecoveryRow } from './measure-recovery';

/** All that `keyart segments simulate` measures. */
export interface SegmentSimulation {
  readonly seed: string;
  readonly viewerCount: number;
  readonly drawCount: number;
  readonly recovery: readonly RecoveryRow[];
  readonly names: NamePersistence;
  readonly nulls: readonly NullRow[];
  readonly floors: readonly SimilarityFloor[];
}

const RECOVERY_HEADING = [
  ...['separation', 'titles', 'ARI', 'segments found', 'ARI, number known', 'most possible'],
  ...['right name', 'calibration error'],
];

function recoveryTable(rows: readonly RecoveryRow[]): string {
  const body = rows.map((row) => [
    ...[String(row.separation), String(row.eventCount), row.ari.toFixed(3), row.segmentCount.toFixed(1)],
    ...[row.ariOfKnownCount.toFixed(3), row.bestAri.toFixed(3)],
    ...[percent(row.rightFraction), row.calibrationError.toFixed(3)],
  ]);
  return renderTable([RECOVERY_HEADING, ...body]);
}

function namesText({
  refitCount,
  segmentFraction,
  segmentFractionByRules,
  viewerFraction,
}: NamePersistence): string {
  return [
    `NAMES: ${refitCount} refits, each on new viewers and new titles (5 to 30 titles a viewer)`,
    `  segments that keep their name: ${percent(segmentFraction)}; by the rules alone ${percent(segmentFractionByRules)}`,
    `  viewers with the same name, described by 10 other titles: ${percent(viewerFraction)}`,
  ].join('\n');
}

function nullTable(rows: readonly NullRow[]): string {
  const body = rows.map(({ spread, worldCount, noneFraction, largestGain }) => [
    ...[spread.toFixed(1), String(worldCount), percent(noneFraction), largestGain.toFixed(2)],
  ]);
  return renderTable([['viewers differ by', 'populations', 'said to have none', 'largest gain'], ...body]);
}

/** The simulation as text. */
export function renderSegments(found: SegmentSimulation): string {
  const { viewerCount, drawCount, seed } = found;
  return [
    `PLANTED SEGMENTS: ${viewerCount} viewers, ${drawCount} draws, six segments; seed ${seed}\n${recoveryTable(found.recovery)}`,
    namesText(found.names),
    `NO SEGMENTS PLANTED\n${nullTable(found.nulls)}`,
    renderFloors(found.floors),
  ].join('\n\n');
}
