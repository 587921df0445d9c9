import path from 'node:path';
import {
  EVIDENCE_KINDS,
  SIDES,
  type ExportManifest,
  type Side,
  type SideReport,
  type SlotCount,
} from '@keyart/training-export';
import { renderTable } from '../terminal/table';

/** An export as text for a terminal: what there is, what it is worth, then what was left out. @param out the folder */
export function renderTrainingExport(manifest: ExportManifest, out: string): string {
  const { counts, recipe, formulation, template, warnings, notes } = manifest;
  const { log, excluded } = counts;
  return [
    `${out}: ${count(counts.train.rowCount)} rows to train on, ${count(counts.validation.rowCount)} to validate with (${recipe}, ${formulation}, ${template.version})`,
    ...warnings.map((warning) => `  WARNING: ${warning}`),
    '',
    renderTable([['', ...SIDES], ...sideLines(manifest)]),
    ...slotTable(manifest),
    '',
    splitLine(manifest),
    '',
    renderTable([
      ['decisions', 'count', 'the first'],
      ['in the log', count(log.rowCount), ''],
      ...(log.lockedCount > 0 ? [['locked', count(log.lockedCount), '']] : []),
      ...(log.quarantinedCount > 0 ? [['set aside as faulty', count(log.quarantinedCount), '']] : []),
      ...excluded.map((one) => [one.what, count(one.decisionCount), one.examples.slice(0, 2).join(', ')]),
      ...SIDES.map((side) => [`used: ${side}`, count(counts[side].decisionCount), '']),
    ]),
    ...(notes.length > 0 ? ['', `of the log: ${notes.join('; ')}`] : []),
    '',
    `data: sha256 ${manifest.dataFingerprint}`,
    `manifest: ${path.join(out, 'manifest.json')}`,
  ].join('\n');
}

function sideLines({ counts, tokenLimit }: ExportManifest): string[][] {
  const line = (name: string, cell: (report: SideReport) => string): string[] => [
    name,
    ...SIDES.map((side) => cell(counts[side])),
  ];
  const evidence = EVIDENCE_KINDS.filter((kind) =>
    SIDES.some((side) => counts[side].byEvidence[kind].rowCount > 0),
  );
  const labels = [...new Set(SIDES.flatMap((side) => Object.keys(counts[side].labels)))].sort();
  return [
    line('rows', ({ rowCount }) => count(rowCount)),
    line('decisions', ({ decisionCount }) => count(decisionCount)),
    line('members', ({ memberCount }) => count(memberCount)),
    ...evidence.map((kind) =>
      line(`${kind}: rows (weight)`, ({ byEvidence }) => {
        const { rowCount, weightShare } = byEvidence[kind];
        return `${count(rowCount)} (${percent(weightShare)})`;
      }),
    ),
    line('effective sample size', ({ weights }) =>
      weights
        ? `${count(Math.round(weights.effectiveSampleSize))} (${percent(weights.effectiveShare)})`
        : '–',
    ),
    line('largest weight', ({ weights }) => weights?.largest.toFixed(2) ?? '–'),
    line('clipped', ({ weights }) => (weights ? percent(weights.clipRate) : '–')),
    line(`tokens, estimated, of ${count(tokenLimit.maxTokens)}`, ({ tokens }) =>
      tokens ? `${tokens.median} median, ${tokens.p95} p95, ${tokens.largest} largest` : '–',
    ),
    ...labels.map((label) => line(`label ${label}`, (report) => count(report.labels[label] ?? 0))),
  ];
}

function slotTable({ counts }: ExportManifest): string[] {
  const longest = Math.max(...SIDES.map((side) => counts[side].slots.length));
  if (longest === 0) return [];
  const cells = (slot: SlotCount | undefined): string[] =>
    slot ? [count(slot.rowCount), slot.expected.toFixed(0), slot.deviation.toFixed(1)] : ['–', '–', '–'];
  const heading = (side: Side): string[] => [side, 'expected', 'sd off'];
  return [
    '',
    renderTable([
      ['place', ...SIDES.flatMap(heading)],
      ...Array.from({ length: longest }, (_, i) => [
        String(i + 1),
        ...SIDES.flatMap((side) => cells(counts[side].slots[i])),
      ]),
    ]),
  ];
}

function splitLine({ split }: ExportManifest): string {
  const members =
    split.rule === null
      ? 'members marked as held out'
      : `${percent(split.rule.validationShare)} of the members, drawn (${split.rule.version})`;
  const cut = split.cut === null ? 'no cut in time' : `training members until ${split.cut}`;
  return `split: validation are ${members}; ${cut}${split.holdout === null ? '' : `; holdout ${split.holdout} left alone`}`;
}

function count(value: number): string {
  return value.toLocaleString('en');
}

function percent(fraction: number): string {
  return `${(100 * fraction).toFixed(1)}%`;
}
