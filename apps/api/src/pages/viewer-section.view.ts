import { html, type Html } from '@keyart/common';
import type { ReportCard, ReportRow, ReportTaste, ReportViewer } from './report-data';
import { shownPictureView } from './shown-picture.view';

const FULL_TURN = 360;
const MAX_LOVES = 6;

/** A viewer's page: who it is, a hero, and rows of cards with both rankers' pictures. */
export function viewerSection(viewer: ReportViewer): Html {
  const [hero, ...others] = viewer.rows.flatMap((row) => row.cards);
  return html`<section class="viewer" id="${anchorOf(viewer)}">
    <div class="wrap">
      <div class="who">
        ${avatar(viewer.memberId, viewer.name)}
        <h2>${viewer.name}</h2>
        <p>${viewer.blurb}</p>
      </div>
      ${tasteList(viewer.taste)} ${hero && heroView(hero)}
      ${others.length > 0 && viewer.rows.map((row) => rowView(row, hero))}
      ${!hero && html`<p class="empty">There is no title to show yet.</p>`}
    </div>
  </section>`;
}

/** The fragment that leads to a viewer's section. */
export function anchorOf({ memberId }: Pick<ReportViewer, 'memberId'>): string {
  return `viewer-${encodeURIComponent(memberId)}`;
}

/** Initials on a colour of the viewer's own. */
export function avatar(memberId: string, name: string): Html {
  const hue = [...memberId].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % FULL_TURN, 7);
  return html`<div class="avatar" style="--hue:${hue}" aria-hidden="true">${[...name][0] ?? '?'}</div>`;
}

function tasteList({ topFacets, loves, people, eras, avoids }: ReportTaste): Html {
  const lines = [
    { label: 'Drawn to', items: topFacets, kind: 'strong' },
    { label: 'Loved', items: loves.slice(0, MAX_LOVES), kind: '' },
    { label: 'Keeps an eye on', items: [...people, ...eras], kind: '' },
    { label: 'Steers clear of', items: avoids, kind: 'quiet' },
  ].filter(({ items }) => items.length > 0);
  return html`<dl class="taste">
    ${lines.map(
      ({ label, items, kind }) =>
        html`<div>
          <dt>${label}</dt>
          <dd>
            <ul class="chips ${kind}">
              ${items.map((item) => html`<li>${item}</li>`)}
            </ul>
          </dd>
        </div>`,
    )}
  </dl>`;
}

function heroView({ titleName, year, production, llm }: ReportCard): Html {
  const overlay = html`<div class="title"><b>${titleName}</b><span>${year}</span></div>`;
  return html`<div class="hero">
    <div class="pair">
      ${shownPictureView({ shown: production, ranker: 'Production', overlay })}
      ${shownPictureView({ shown: llm, ranker: 'Language model', overlay })}
    </div>
  </div>`;
}

function rowView({ name, cards }: ReportRow, hero: ReportCard): Html | false {
  const shown = cards.filter((card) => card !== hero);
  if (shown.length === 0) return false;
  return html`<h3 class="row-name">${name}</h3>
    <div class="cards">${shown.map(cardView)}</div>`;
}

function cardView({ titleName, year, production, llm }: ReportCard): Html {
  const differs = production?.artworkId !== llm?.artworkId;
  return html`<article>
    <header class="card-head">
      <h4>${titleName}</h4>
      <span>${year}</span>
      <em class="${differs && 'differs'}">${differs ? 'They differ' : 'Same picture'}</em>
    </header>
    <div class="pair">
      ${shownPictureView({ shown: production, ranker: 'Production' })}
      ${shownPictureView({ shown: llm, ranker: 'LLM' })}
    </div>
  </article>`;
}
