import { html, trusted, type Html } from '@keyart/common';
import type { MapData } from './map-data';
import { MAP_SCRIPT } from './map-script';

/** More names than that are for the search field. */
const LISTED_COUNT = 300;

/** Not a character more than the script, whose hash a page's content policy names. */
const SCRIPT = `<script>${MAP_SCRIPT}</script>`;

/** JSON inside a script element: no text of it may end the element. */
function embedded(data: MapData): Html {
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return trusted(`<script type="application/json" id="map-data">${json}</script>`);
}

/** The map with its tools, a card for a title, and the titles as a list for whoever sees no canvas. Needs `MAP_STYLES` and the theme. */
export function mapView(data: MapData): Html {
  const listed = data.titles.slice(0, LISTED_COUNT);
  return html`<div class="map-tools">
      <input id="map-search" type="search" placeholder="Find a title" aria-label="Find a title" />
      <button id="map-in" type="button" aria-label="Zoom in">+</button>
      <button id="map-out" type="button" aria-label="Zoom out">−</button>
      <output id="map-found"></output>
    </div>
    <div class="map">
      <canvas
        id="map"
        tabindex="0"
        role="img"
        aria-label="Map of ${data.titles.length} titles; similar ones stand together"
      ></canvas>
      <aside>
        <div id="map-card" aria-live="polite">
          <p>
            Point at a title to see it, click for what is similar. Scroll to zoom, drag to move; on the
            keyboard arrows, +, − and 0.
          </p>
        </div>
      </aside>
    </div>
    <h2>Titles</h2>
    <ul class="map-list">
      ${listed.map(({ name }, i) => html`<li><button type="button" data-title="${i}">${name}</button></li>`)}
    </ul>
    ${data.titles.length > LISTED_COUNT && html`<p>${data.titles.length - LISTED_COUNT} more on the map.</p>`}
    ${embedded(data)} ${trusted(SCRIPT)}`;
}
