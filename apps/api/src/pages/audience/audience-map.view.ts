import { countryName } from '@keyart/audience';
import { html, type Html } from '@keyart/common';
import type { CountryAudience } from '@keyart/contracts';
import { CHANCE_STEPS, chanceClass, chanceLabel } from './chance-scale';
import { intervalText, percentText } from './percent-text';
import { MAP_SIZE, worldMap } from './world-map';

const DOT_RADIUS = 26;

/** How countries are coloured. */
export interface MapColours {
  /** By country. */
  readonly forecast: ReadonlyMap<string, CountryAudience>;
  readonly notOffered: ReadonlySet<string>;
}

/** A map of the chances, coloured by class, with its legend; every area says its figures when pointed at. */
export function audienceMapView(colours: MapColours): Html {
  const { shapes, dots } = worldMap();
  return html`<figure class="map">
    <svg viewBox="0 0 ${MAP_SIZE.width} ${MAP_SIZE.height}" role="img" aria-labelledby="map-name">
      <title id="map-name">Chance of an audience by country; the table below says the same</title>
      <defs>
        <pattern
          id="not-offered"
          width="36"
          height="36"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect class="ground" width="36" height="36" />
          <rect class="stripe" width="14" height="36" />
        </pattern>
      </defs>
      ${shapes.map(
        ({ country, path }) =>
          html`<path class="${areaClass(country, colours)}" d="${path}">${tipOf(country, colours)}</path>`,
      )}
      ${dots.map(
        ({ country, x, y }) =>
          html`<circle class="${areaClass(country, colours)}" cx="${x}" cy="${y}" r="${DOT_RADIUS}">
            ${tipOf(country, colours)}
          </circle>`,
      )}
    </svg>
    <figcaption>${legendView()}</figcaption>
  </figure>`;
}

function areaClass(country: string | null, { forecast, notOffered }: MapColours): string {
  if (country !== null && notOffered.has(country)) return 'closed';
  const audience = country === null ? undefined : forecast.get(country);
  return audience ? `chance${chanceClass(audience.probability)}` : 'none';
}

function tipOf(country: string | null, colours: MapColours): Html | false {
  if (country === null) return false;
  return html`<title>${countryName(country)}: ${figuresOf(country, colours)}</title>`;
}

function figuresOf(country: string, { forecast, notOffered }: MapColours): string {
  const audience = forecast.get(country);
  const chance = audience
    ? `${percentText(audience.probability)} (${intervalText(audience)}), place ${audience.rank}`
    : 'no forecast';
  return notOffered.has(country) ? `not offered; ${chance}` : chance;
}

function legendView(): Html {
  return html`<ul class="scale">
    ${CHANCE_STEPS.map((_, index) => html`<li><i class="chance${index}"></i>${chanceLabel(index)}</li>`)}
    <li><i class="closed"></i>not offered</li>
    <li><i class="none"></i>no forecast</li>
  </ul>`;
}
