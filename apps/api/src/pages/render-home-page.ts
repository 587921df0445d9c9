import { html } from '@keyart/common';
import { pageShell } from './page-shell';
import { avatar } from './viewer-section.view';

/** A viewer as the home page lists it. */
export interface HomeViewer {
  readonly memberId: string;
  readonly name: string;
  readonly line: string;
}

/** The list of viewers, each leading to a page. */
export function renderHomePage(viewers: readonly HomeViewer[]): string {
  return pageShell({
    title: 'keyart',
    theme: 'dark',
    homeHref: '/',
    jumps: [
      { href: '/map', label: 'Map' },
      { href: '/micro-genres', label: 'Micro-genres' },
      { href: '/docs', label: 'API' },
    ],
    body: html`<div class="intro">
        <div class="wrap">
          <h1>Who is watching?</h1>
          <p class="lede">
            Open a viewer’s page to see which picture each ranker chooses for each title, live, and why.
          </p>
        </div>
      </div>
      <div class="wrap">
        <div class="people-list">${viewers.map(personView)}</div>
        ${viewers.length === 0 && html`<p class="empty">Nobody yet: import a history by PUT /v1/members/:id/history.</p>`}
      </div>`,
  });
}

function personView({ memberId, name, line }: HomeViewer) {
  return html`<a class="person" href="/viewers/${encodeURIComponent(memberId)}">
    ${avatar(memberId, name)}
    <b>${name}</b>
    <span>${line}</span>
  </a>`;
}
