import { html, type Html } from '@keyart/common';
import { LEAST_MEMBERS, type LiftCell, type LiftTable } from '@keyart/creative';
import { countText, dataTable, signedPercentText } from '@keyart/decision-log';

/** Lift that colours a cell fully, and the most colour. */
const [FULL_LIFT, MOST_COLOUR] = [0.5, 45];

/** Countries down, micro-genres across. */
export function liftTableView({ trait, countries, microGenres, cells, leftOutCount }: LiftTable): Html {
  const cellAt = (country: string, microGenre: string): LiftCell | undefined =>
    cells.find((cell) => cell.country === country && cell.microGenre === microGenre);
  return html`${dataTable({
      caption: `“${trait}” by country and micro-genre: relative lift of takes`,
      head: ['', ...microGenres],
      numbers: [1, microGenres.length + 1],
      rows: countries.map((country) => [
        country,
        ...microGenres.map((microGenre) => cellView(cellAt(country, microGenre))),
      ]),
    })}
    <p class="quiet">
      Each cell is pulled towards its micro-genre, and that towards all, by as much as it is noise; below, its
      95% interval. ×: fewer than ${LEAST_MEMBERS} people, not shown.
      ${
        leftOutCount > 0 &&
        `${countText(leftOutCount)} decisions without a country or a micro-genre are not in the table.`
      }
    </p>`;
}

function cellView(cell: LiftCell | undefined): Html | string {
  if (!cell) return '';
  if (!cell.shown) return '×';
  const { lift, interval } = cell.shown;
  const share = Math.round(MOST_COLOUR * Math.min(1, Math.abs(lift) / FULL_LIFT));
  return html`<span class="lift ${lift > 0 ? 'up' : 'down'}" style="--share:${share}%"
      >${signedPercentText(lift)}</span
    >
    <span class="note">${signedPercentText(interval[0])} to ${signedPercentText(interval[1])}</span>`;
}
