import {
  CUT_TOLERANCE_FRAMES,
  FRAME_DUPLICATE_DISTANCE,
  PLANTED_TOP,
  ratesOf,
  type Matches,
} from '@keyart/video';
import { renderTable } from '../terminal/table';
import type { CutReport } from './measure-cuts';
import type { PlantedReport } from './measure-planted';
import type { VideoReport } from './video-report';

const number = (value: number): string => value.toFixed(2);
const found = ({ foundCount, missedCount, extraCount }: Matches): string[] => [
  `${foundCount} of ${foundCount + missedCount}`,
  String(extraCount),
];

function cutsTable({ kinds, all }: CutReport): string {
  const heading = ['clips', 'hard cuts', 'extra', 'fades', 'extra', 'dissolves'];
  const rows = Object.entries({ ...kinds, all }).map(([kind, { cuts, fades, dissolves }]) => [
    ...[kind, ...found(cuts), ...found(fades)],
    found(dissolves)[0],
  ]);
  return renderTable([heading, ...rows]);
}

function ratesLine({ all, clipCount, frameCount, seed }: CutReport): string {
  const { precision, recall, f1 } = ratesOf(all.cuts);
  return (
    `${clipCount} clips, ${frameCount} frames, seed ${seed}. Hard cuts within ${CUT_TOLERANCE_FRAMES} frames: ` +
    `precision ${number(precision)}, recall ${number(recall)}, F1 ${number(f1)}; ` +
    `fades: precision ${number(ratesOf(all.fades).precision)}, recall ${number(ratesOf(all.fades).recall)}; ` +
    `dissolves: recall ${number(ratesOf(all.dissolves).recall)}. A fade counts anywhere between its ramps.`
  );
}

function plantedTable({ clips, ...mean }: PlantedReport): string {
  const heading = [
    'planted clip',
    `precision at ${PLANTED_TOP}`,
    'random',
    'ratio',
    'top',
    'alike',
    'faulty',
    'faces',
    'cut',
  ];
  const row = (name: string, one: Omit<PlantedReport, 'clips'>, top: string): string[] => [
    ...[name, number(one.precision), number(one.randomPrecision), number(one.ratio), top],
    ...[one.duplicateCount, one.faultyCount, one.faceCount, one.cutFaceCount].map(String),
  ];
  return renderTable([
    heading,
    ...clips.map((clip) => row(clip.seed, clip, clip.top.join(' '))),
    row('all', mean, ''),
  ]);
}

function knownTable({ knownClips }: VideoReport): string[] {
  if (!knownClips) return [];
  const rows = knownClips.map(({ file, foundCount, knownCount, extraCount }) => [
    ...[file, `${foundCount} of ${knownCount}`, String(extraCount)],
  ]);
  return [renderTable([['real clip', 'known transitions found', 'others'], ...rows])];
}

function speedLine({ speed }: VideoReport): string[] {
  if (!speed) return [];
  const { widthPx, heightPx, frameCount, framesPerSecond, decodedPerSecond, timeRatio } = speed;
  return [
    `${frameCount} frames of ${widthPx} × ${heightPx}: ${framesPerSecond.toFixed(0)} a second with all metrics, ` +
      `${decodedPerSecond.toFixed(0)} decoded by bare ffmpeg: ${timeRatio.toFixed(2)} times as long, ` +
      `${speed.threadCount} threads, load ${speed.load.toFixed(1)} on ${speed.processorCount} processors`,
  ];
}

function floorsTable({ floors }: VideoReport): string {
  const rows = floors.map(({ what, bound, limit, measured, isMet }) => [
    ...[what, number(measured), `${bound} ${number(limit)}`, isMet ? 'met' : 'missed'],
  ]);
  return renderTable([['floor', 'measured', 'required', ''], ...rows]);
}

/** The report for people. */
export function renderVideoReport(report: VideoReport): string {
  return [
    ...[cutsTable(report.cuts), ratesLine(report.cuts), plantedTable(report.planted)],
    `Alike: pairs whose hashes differ in ${FRAME_DUPLICATE_DISTANCE} of 64 bits at most.`,
    ...[...knownTable(report), ...speedLine(report), floorsTable(report)],
  ].join('\n\n');
}
