import { SOURCES } from '@keyart/contracts';
import { percent } from '@keyart/decisions';
import { galleryView } from './gallery.view';
import { html, type Html } from '@keyart/common';
import { pageShell } from './page-shell';
import type { ReportData, ReportSummary } from './report-data';
import { TIER_NAMES } from './tier';
import { anchorOf, viewerSection } from './viewer-section.view';

/** The demo's report: one HTML document that needs nothing but the pictures it names. */
export function renderReport(data: ReportData): string {
  const viewerJumps = data.viewers.map((viewer) => ({ href: `#${anchorOf(viewer)}`, label: viewer.name }));
  return pageShell({
    title: 'keyart: which picture for whom',
    theme: 'by-system',
    homeHref: '#top',
    jumps: [...viewerJumps, { href: '#gallery', label: 'All pictures' }],
    body: [introView(data), data.viewers.map(viewerSection), galleryView(data.gallery), footView(data)],
  });
}

function introView({ summary }: ReportData): Html {
  return html`<div class="intro" id="top">
    <div class="wrap">
      <h1>The same film, a different picture for each viewer.</h1>
      <p class="lede">
        Each page below was served twice through the live API: once by the production ranker, a contextual
        bandit, and once by the language model. Beneath each picture stand the reason and the exact
        probability with which it was chosen.
      </p>
      ${figuresView(summary)}
      <div class="legend">
        <span>Colours name the tier whose scores decided:</span>
        ${SOURCES.map((source) => html`<span class="tier ${source}">${TIER_NAMES[source]}</span>`)}
      </div>
    </div>
  </div>`;
}

function figuresView(summary: ReportSummary): Html {
  const figures = [
    ['Viewers', summary.members],
    ['Titles', summary.titles],
    ['Pictures', summary.artworks],
    ['Logged decisions', summary.decisions],
    ['Events joined', summary.events],
  ] as const;
  return html`<dl class="figures">
    ${figures.map(([label, value]) => figure(label, value.toLocaleString('en')))}
    ${figure('By language model', percent(summary.llmShare))}
  </dl>`;
}

function figure(label: string, value: string): Html {
  return html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;
}

function footView({ notes, generatedAt }: ReportData): Html {
  return html`<footer class="foot">
    <div class="wrap">
      <ul>
        ${notes.map((note) => html`<li>${note}</li>`)}
      </ul>
      <p>Made <time datetime="${generatedAt}">${generatedAt.slice(0, 16).replace('T', ' ')} UTC</time>.</p>
    </div>
  </footer>`;
}
