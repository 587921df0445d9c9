import { countryName } from '@keyart/audience';
import { html, type Html } from '@keyart/common';
import type { CountryAudience } from '@keyart/contracts';
import { chanceClass } from './chance-scale';
import { intervalText, percentText } from './percent-text';

/** The forecast in rows, likeliest first. */
export function audienceTableView(
  forecast: readonly CountryAudience[],
  notOffered: ReadonlySet<string>,
): Html {
  const rows = [...forecast].sort((a, b) => a.rank - b.rank || (a.country < b.country ? -1 : 1));
  return html`<div class="scroller" tabindex="0" role="region" aria-label="Chance by country">
    <table class="countries">
      <thead>
        <tr>
          <th scope="col" class="number">Place</th>
          <th scope="col">Country</th>
          <th scope="col" class="number">Chance</th>
          <th scope="col" class="number">80 % interval</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map((audience) => rowView(audience, notOffered))}
      </tbody>
    </table>
  </div>`;
}

function rowView(audience: CountryAudience, notOffered: ReadonlySet<string>): Html {
  const { country, probability, rank } = audience;
  const seen = seenText(audience, notOffered);
  return html`<tr>
    <td class="number">${rank}</td>
    <th scope="row">
      <i class="chance${chanceClass(probability)}"></i>${countryName(country)}
      ${seen !== null && html`<small>${seen}</small>`}
    </th>
    <td class="number">${percentText(probability)}</td>
    <td class="number">${intervalText(audience)}</td>
  </tr>`;
}

/** null: nothing was seen of it there. */
function seenText({ country, observed }: CountryAudience, notOffered: ReadonlySet<string>): string | null {
  if (notOffered.has(country)) return 'not offered';
  if (observed === null) return null;
  return observed ? 'found its audience' : 'not so far';
}
