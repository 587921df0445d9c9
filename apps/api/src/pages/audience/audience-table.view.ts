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
  const isSeen = notOffered.size > 0 || rows.some(({ observed }) => observed !== null);
  return html`<div class="scroller" tabindex="0" role="region" aria-label="Chance by country">
    <table class="countries">
      <thead>
        <tr>
          <th scope="col" class="number">Place</th>
          <th scope="col">Country</th>
          <th scope="col" class="number">Chance</th>
          <th scope="col" class="number">80 % interval</th>
          ${isSeen && html`<th scope="col">Seen there</th>`}
        </tr>
      </thead>
      <tbody>
        ${rows.map((audience) => rowView(audience, isSeen ? seenText(audience, notOffered) : null))}
      </tbody>
    </table>
  </div>`;
}

function rowView(audience: CountryAudience, seen: string | null): Html {
  const { country, probability, rank } = audience;
  return html`<tr>
    <td class="number">${rank}</td>
    <th scope="row">
      <span><i class="chance${chanceClass(probability)}"></i>${countryName(country)}</span>
    </th>
    <td class="number">${percentText(probability)}</td>
    <td class="number">${intervalText(audience)}</td>
    ${seen !== null && html`<td>${seen}</td>`}
  </tr>`;
}

function seenText({ country, observed }: CountryAudience, notOffered: ReadonlySet<string>): string {
  if (notOffered.has(country)) return 'not offered';
  if (observed === null) return '–';
  return observed ? 'found its audience' : 'did not so far';
}
