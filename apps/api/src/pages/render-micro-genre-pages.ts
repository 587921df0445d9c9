import { html, trusted, type Html, type HtmlPart } from '@keyart/common';
import type { FacetEvidenceRecord } from '@keyart/contracts';
import type { MicroGenrePage, MicroGenresPage, ShownTitle } from './micro-genre-pages';
import { MICRO_GENRE_STYLES } from './micro-genre.styles';
import { pageShell } from './page-shell';

const SOURCES: Readonly<Record<FacetEvidenceRecord['source'], string>> = {
  ...{ genre: 'genre', tag: 'keyword', synopsis: 'synopsis', year: 'year', country: 'country of origin' },
};

function shell(title: string, body: HtmlPart): string {
  return pageShell({
    ...{ title: `keyart: ${title}`, theme: 'by-system', homeHref: '/' },
    body: html`<style>
        ${trusted(MICRO_GENRE_STYLES)}
      </style>
      <main class="wrap micro-genres">${body}</main>`,
    jumps: [
      { href: '/', label: 'Viewers' },
      { href: '/map', label: 'Map' },
      { href: '/micro-genres', label: 'Micro-genres' },
      { href: '/docs', label: 'API' },
    ],
  });
}

function pictureView({ name, picture }: ShownTitle): Html {
  return picture === null
    ? html`<span class="no-picture">${name}</span>`
    : html`<img src="${picture}" alt="${name}" loading="lazy" decoding="async" />`;
}

function cardView({ microGenre, titles }: MicroGenresPage['microGenres'][number]): Html {
  const { slug, name, titleCount } = microGenre;
  return html`<a class="micro-genre" href="/micro-genres/${slug}">
    <div class="members">${titles.map(pictureView)}</div>
    <h2>${name}</h2>
    <p>${titleCount} titles</p>
  </a>`;
}

function percent(fraction: number): string {
  return `${Math.round(100 * fraction)}%`;
}

/** All micro-genres as cards, or the largest of many. */
export function renderMicroGenresPage({ rebuild, microGenres }: MicroGenresPage): string {
  const about =
    rebuild === null
      ? html`<p class="empty">
          None yet: they are looked for with the map, every night or by POST /v1/map/rebuilds.
        </p>`
      : html`<p>
          ${percent(rebuild.coverage)} of ${rebuild.titleCount} titles are in a micro-genre: two or three
          facets that go together at least twice as often as by chance, in five titles or more.
        </p>`;
  return shell(
    'micro-genres',
    html`<h1>Micro-genres</h1>
      ${about}
      <div class="cards">${microGenres.map(cardView)}</div>`,
  );
}

function memberView({ title, evidence }: MicroGenrePage['titles'][number]): Html {
  return html`<li>
    ${pictureView(title)}
    <div>
      <h3>${title.name} <span>${title.year}</span></h3>
      <ul>
        ${evidence.map(
          ({ facet, source, span }) => html`<li><b>${facet}</b> ${SOURCES[source]}: “${span}”</li>`,
        )}
      </ul>
    </div>
  </li>`;
}

/** One micro-genre: its titles, and what says that they are of it. */
export function renderMicroGenrePage({ microGenre, titles }: MicroGenrePage): string {
  const { name, slug, titleCount, lift, oddsRatio } = microGenre;
  const retired = titles.length === 0 && html` The last rebuild did not name it.`;
  return shell(
    name,
    html`<h1>${name}</h1>
      <p>
        ${titleCount} titles; lift ${lift.toFixed(2)}, odds ratio ${oddsRatio.toFixed(2)}.
        <code>${slug}</code>.${retired}
      </p>
      <ul class="evidence">
        ${titles.map(memberView)}
      </ul>`,
  );
}
