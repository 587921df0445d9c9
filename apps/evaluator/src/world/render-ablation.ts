import type { RankerTable } from '@keyart/simulation';
import { renderTable } from '../terminal/table';
import { percent, range } from './figures';
import type { AblationRun } from './run-ablations';

const HEADING = ['ranker', 'take fraction', 'gap closed', '95%', 'read rightly'];

function tableText(
  { titles, pairCount, rows }: RankerTable,
  readRightly: AblationRun['readRightly'],
): string {
  const place = titles === 'warm' ? 0 : 1;
  const body = rows.map(({ name, takeFraction, gapClosed }) => [
    ...[name, takeFraction.toFixed(4), percent(gapClosed.value), range(gapClosed)],
    name in readRightly ? percent(readRightly[name][place]) : '',
  ]);
  return `${titles} titles: ${pairCount} pairs, greedy, by true take probabilities\n${renderTable([HEADING, ...body])}`;
}

/** Ablations as text. */
export function renderAblation({ tables, readRightly }: AblationRun): string {
  return tables.map((table) => tableText(table, readRightly)).join('\n\n');
}
