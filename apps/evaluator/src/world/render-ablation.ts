import type { RankerTable } from '@keyart/simulation';
import { renderTable } from '../terminal/table';
import { percent, range } from './figures';
import type { AblationRun } from './run-ablations';

const HEADING = ['ranker', 'take fraction', 'gap closed', '95%'];

function tableText({ titles, pairCount, rows }: RankerTable): string {
  const body = rows.map(({ name, takeFraction, gapClosed }) => [
    ...[name, takeFraction.toFixed(4), percent(gapClosed.value), range(gapClosed)],
  ]);
  return `${titles} titles: ${pairCount} pairs, greedy, by true take probabilities\n${renderTable([HEADING, ...body])}`;
}

/** Ablations as text. */
export function renderAblation({ tables }: AblationRun): string {
  return tables.map(tableText).join('\n\n');
}
