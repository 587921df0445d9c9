import { ratesOf, type SpeedReport } from '@keyart/video';
import type { FloorVerdict } from '../vision/accuracy/floors';
import type { CutReport } from './measure-cuts';
import type { KnownClipReport } from './measure-known-clips';
import type { PlantedReport } from './measure-planted';

/** Everything that was measured; null: not asked for. */
export interface VideoMeasured {
  readonly cuts: CutReport;
  readonly planted: PlantedReport;
  readonly knownClips: readonly KnownClipReport[] | null;
  readonly speed: SpeedReport | null;
}

/** The figures and their verdicts. */
export interface VideoReport extends VideoMeasured {
  readonly floors: readonly FloorVerdict[];
}

/** What the analysis must reach. */
export const VIDEO_FLOORS = {
  cutF1: 0.95,
  fadeRecall: 0.7,
  dissolveRecall: 0.7,
  plantedRatio: 1.7,
  framesPerSecond: 60,
} as const;

/** Judges all floors. */
export function videoReportOf(measured: VideoMeasured): VideoReport {
  return {
    ...measured,
    floors: [
      ...cutVerdicts(measured.cuts),
      ...plantedVerdicts(measured.planted),
      ...knownVerdicts(measured.knownClips ?? []),
      ...(measured.speed
        ? [
            atLeast(
              'frames a second, 1080p, all metrics',
              VIDEO_FLOORS.framesPerSecond,
              measured.speed.framesPerSecond,
            ),
          ]
        : []),
    ],
  };
}

function cutVerdicts({ all }: CutReport): FloorVerdict[] {
  return [
    atLeast('hard cuts, F1', VIDEO_FLOORS.cutF1, ratesOf(all.cuts).f1),
    atLeast('fades found', VIDEO_FLOORS.fadeRecall, ratesOf(all.fades).recall),
    atLeast('dissolves found', VIDEO_FLOORS.dissolveRecall, ratesOf(all.dissolves).recall),
  ];
}

function plantedVerdicts({
  ratio,
  duplicateCount,
  faultyCount,
  cutFaceCount,
}: PlantedReport): FloorVerdict[] {
  return [
    atLeast('top 5 against 5 random frames', VIDEO_FLOORS.plantedRatio, ratio),
    none('near-duplicates in the top 12', duplicateCount),
    none('dark, blurred, flat or credit frames in the top 12', faultyCount),
    none('faces that a crop does not keep whole', cutFaceCount),
  ];
}

function knownVerdicts(reports: readonly KnownClipReport[]): FloorVerdict[] {
  return reports.flatMap(({ file, knownCount, foundCount, extraCount }) => [
    ...(knownCount > 0 ? [atLeast(`${file}: known transitions`, knownCount, foundCount)] : []),
    none(`${file}: others`, extraCount),
  ]);
}

function atLeast(what: string, limit: number, measured: number): FloorVerdict {
  return { what, bound: 'at least', limit, measured, isMet: measured >= limit };
}

function none(what: string, measured: number): FloorVerdict {
  return { what, bound: 'at most', limit: 0, measured, isMet: measured === 0 };
}
