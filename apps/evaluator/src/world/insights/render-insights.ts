import { renderTable } from '../../terminal/table';
import { percent, range } from '../figures';
import type { InsightAblation, InsightRun } from './run-insights';

const HEADING = ['production', 'take fraction', 'gap closed', '95%', 'lift over production', '95%'];

function tableText({ tables }: InsightAblation): string[] {
  return tables.map(({ titles, pairCount, rows }) => {
    const body = rows.map(({ name, takeFraction, gapClosed, lift }) => [
      ...[name, takeFraction.toFixed(4), percent(gapClosed.value), range(gapClosed)],
      ...(lift ? [percent(lift.value), range(lift)] : ['', '']),
    ]);
    return `${titles} titles: ${pairCount} pairs, greedy, by true take probabilities\n${renderTable([HEADING, ...body])}`;
  });
}

function learntText({ weights, transfer }: InsightAblation): string {
  const parts = Object.entries(transfer).map(([name, part]) =>
    part
      ? `${name}: ${percent(part.gain)} of the variance of effects predicted on titles left out (± ${percent(part.standardError)}), ${part.isOn ? 'on' : 'off'}`
      : `${name}: nothing`,
  );
  const weighed = Object.entries(weights).map(([name, weight]) => `${name} ${weight.toFixed(3)}`);
  return `${parts.join('; ')}; weights ${weighed.join(', ')}`;
}

function declaredText({ offline }: InsightAblation): string {
  const { drawCount, pairCount, rows } = offline;
  const body = rows.map(({ name, truth, meanEstimate, betterCount, worseCount }) => [
    ...[name, truth.toFixed(4), meanEstimate.toFixed(4), String(betterCount), String(worseCount)],
  ]);
  const heading = ['production', 'true difference', 'mean estimate', 'declared better', 'worse'];
  return `the evaluator on ${drawCount} uniform logs of ${pairCount} decisions (SNIPS, Holm)\n${renderTable([heading, ...body])}`;
}

function partText(title: string, ablation: InsightAblation): string {
  const { similarity, microGenre, scene, region } = ablation.knobs;
  const knobs = `similarity ${similarity}, micro-genre ${microGenre}, scene ${scene}, region ${region} logits`;
  return [`${title} (${knobs})`, learntText(ablation), ...tableText(ablation), declaredText(ablation)].join(
    '\n\n',
  );
}

/** Both ablations as text. */
export function renderInsights({ planted, nothing }: InsightRun): string {
  return [partText('WITH SOMETHING TO FIND', planted), partText('NULL CHECK', nothing)].join('\n\n\n');
}
