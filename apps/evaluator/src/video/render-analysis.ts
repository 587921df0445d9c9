import type { VideoAnalysis, VideoFrame } from '@keyart/contracts';
import { renderTable } from '../terminal/table';

const seconds = (ms: number): string => (ms / 1000).toFixed(2);

function framesTable(frames: readonly VideoFrame[]): string {
  const heading = [
    'rank',
    'second',
    'shot',
    'scene',
    'quality',
    'typical',
    'engaging',
    'faces',
    'crops',
    'faults',
  ];
  const rows = frames.map(({ rank, atMs, shot, scene, parts, faces, crops, faults }) => [
    ...[rank === null ? '–' : String(rank), seconds(atMs), String(shot), String(scene)],
    ...[parts.quality, parts.representativeness, parts.engagement].map((part) => part.toFixed(2)),
    ...[String(faces.length), crops.map(({ aspect }) => aspect).join(' '), faults.join(', ')],
  ]);
  return renderTable([heading, ...rows]);
}

/** An analysis for people. */
export function renderAnalysis({ probe, shots, scenes, frames, emptyBecause }: VideoAnalysis): string {
  const { widthPx, heightPx, durationMs, frameRate, codec } = probe;
  const facts = [
    `${widthPx} × ${heightPx}, ${seconds(durationMs)} s, ${frameRate.toFixed(2)} frames a second, ${codec}`,
    ...(probe.isVariableRate ? ['variable rate'] : []),
    ...(probe.isInterlaced ? ['interlaced'] : []),
    ...(probe.activeArea ? ['black bars'] : []),
  ];
  const shotRows = shots.map(({ shot, scene, fromMs, toMs, startsBy }) => [
    ...[String(shot), String(scene), seconds(fromMs), seconds(toMs), startsBy],
  ]);
  return [
    facts.join(', '),
    `${scenes.length} scenes, ${shots.length} shots`,
    ...(shots.length > 0 ? [renderTable([['shot', 'scene', 'from', 'to', 'starts by'], ...shotRows])] : []),
    ...(frames.length > 0 ? [framesTable(frames)] : []),
    ...(emptyBecause === null ? [] : [`no frame is offered: ${emptyBecause}`]),
  ].join('\n\n');
}
