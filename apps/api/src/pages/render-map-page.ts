import { html, trusted, type HtmlPart } from '@keyart/common';
import { MAP_STYLES, mapView } from '@keyart/similarity';
import type { MapPage } from './map-pages';
import { pageShell } from './page-shell';

const BLOCK_NAMES: Readonly<Record<string, string>> = {
  synopsis: 'words of synopses',
  facts: 'genres, keywords, people, countries and years',
  embedding: 'meaning of synopses',
  tone: 'tone',
};

function shell(body: HtmlPart): string {
  return pageShell({
    ...{ title: 'keyart: map of titles', theme: 'by-system', homeHref: '/', body },
    jumps: [
      { href: '/', label: 'Viewers' },
      { href: '/docs', label: 'API' },
    ],
  });
}

/** The similarity map as a page. @param page null: no map was made yet */
export function renderMapPage(page: MapPage | null): string {
  if (!page)
    return shell(
      html`<div class="wrap map-page">
        <h1>Map of titles</h1>
        <p class="empty">No map yet: POST /v1/map/rebuilds makes one, and so does every night.</p>
      </div>`,
    );
  const { map, data } = page;
  const told = map.blocks.map((block) => BLOCK_NAMES[block] ?? block).join('; ');
  return shell(
    html`<style>
        ${trusted(MAP_STYLES)}
      </style>
      <main class="wrap map-page">
        <h1>Map of ${map.titleCount} titles</h1>
        <p class="map-about">
          Titles that are alike stand together, by ${told || 'nothing that is known yet'}. Version
          ${map.version} of ${map.publishedAt.toISOString().slice(0, 16).replace('T', ' ')} UTC.
        </p>
        ${mapView(data)}
      </main>`,
  );
}
