import { percent, withRange } from '../figures';
import type { InsightAblation, InsightRun } from '../insights/run-insights';
import { markdownTable } from './markdown-table';

function ablationTable({ tables: [warm, cold], offline }: InsightAblation): string {
  const judged = new Map(offline.rows.map((row) => [row.name, row]));
  const body = warm.rows.map(({ name, lift }, i) => {
    const [other, declared] = [cold.rows[i].lift, judged.get(name)];
    return [
      ...[name, lift ? withRange(lift) : '', other ? withRange(other) : ''],
      declared ? `${declared.betterCount} better, ${declared.worseCount} worse` : '',
    ];
  });
  const heading = [
    'production',
    'lift, warm titles',
    'lift, cold titles',
    `declared on ${offline.drawCount} logs`,
  ];
  return markdownTable(heading, body);
}

function learntLine({ knobs, transfer, weights }: InsightAblation): string {
  const planted = Object.entries(knobs).map(([name, value]) => `${name} ${value}`);
  const learnt = Object.entries(transfer).map(([name, part]) =>
    part === null
      ? `${name} nothing`
      : `${name} ${percent(part.gain)} ± ${percent(part.standardError)} (${part.isOn ? 'on' : 'off'})`,
  );
  const weighed = Object.entries(weights).map(([name, weight]) => `${name} ${weight.toFixed(3)}`);
  return `Planted, in logits: ${planted.join(', ')}. Variance of trait effects predicted on titles left out: ${learnt.join(', ')}. Weights: ${weighed.join(', ')}.`;
}

/** What title intelligence adds to production, as parts of the result page. */
export function insightsPart(run: InsightRun | null): string[] {
  if (run === null) return [];
  const { source, seed, decisionCount, planted, nothing } = run;
  const text =
    `Production with the prior means of [title intelligence](insights/choice.md): each insight alone, all but one, all. ${source}; seed \`${seed}\`; ${decisionCount} decisions. ` +
    'Lift over production by true take probabilities, 95% by viewer; declared by the evaluator (SNIPS, Holm) on uniform logs of training viewers before warm titles.';
  return [
    ...['## Title intelligence', text],
    ...['**With something to find**', learntLine(planted), ablationTable(planted)],
    ...[
      '**Null check**: pictures are worth the same whatever their title, scene and place',
      learntLine(nothing),
      ablationTable(nothing),
    ],
  ];
}
