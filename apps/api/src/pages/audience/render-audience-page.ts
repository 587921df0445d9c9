import { dollars, languageName, type LocalisationPlan } from '@keyart/audience';
import { html, type Html } from '@keyart/common';
import { pageShell } from '../page-shell';
import { AUDIENCE_STYLES } from './audience.styles';
import { audienceMapView } from './audience-map.view';
import type { AudiencePageData } from './audience-page-data';
import { audienceTableView } from './audience-table.view';
import { moneyText } from './money-text';
import { planListView } from './plan-list.view';

/** Where a title finds its audience, and what to do about it. */
export function renderAudiencePage({ titleName, year, audience }: AudiencePageData): string {
  return pageShell({
    title: `${titleName} · audience · keyart`,
    theme: 'by-system',
    homeHref: '/',
    styles: AUDIENCE_STYLES,
    jumps: [
      { href: '#where', label: 'Where' },
      { href: '#what', label: 'Plan' },
      { href: '/docs', label: 'API' },
    ],
    body: html`<div class="intro">
        <div class="wrap">
          <h1>${titleName}${year !== null && ` (${year})`}</h1>
          <p class="lede">
            Where it is likely to find its audience, and which work brings it to more people.
          </p>
          ${audience && figuresView(audience.plan)}
        </div>
      </div>
      ${audience ? sectionsView(audience) : NO_MODEL}`,
  });
}

const NO_MODEL = html`<div class="wrap audience">
  <p class="empty">There is no audience model yet: train one, then look again.</p>
</div>`;

function figuresView({ total, items, originalLanguage, budget }: LocalisationPlan): Html {
  const figures = [
    ['Net value of the plan', moneyText(total.netValue)],
    ['Its cost', moneyText(total.cost)],
    ['Pieces of work', String(items.length)],
    ['Original language', originalLanguage === null ? 'not known' : languageName(originalLanguage)],
    ...(budget === null ? [] : [['Budget', moneyText(budget)]]),
  ];
  return html`<dl class="figures">
    ${figures.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

function sectionsView({ forecast, plan }: NonNullable<AudiencePageData['audience']>): Html {
  const notOffered = new Set(plan.missingExposure.map(({ country }) => country));
  const colours = { forecast: new Map(forecast.map((one) => [one.country, one])), notOffered };
  return html`<section class="audience" id="where">
      <div class="wrap">
        <h2>Where</h2>
        <p class="about">
          Chance that it enters the weekly top list of a country. Hatched: the service has no right to show it
          there, which says nothing of whether people would like it.
        </p>
        <div class="geo">${audienceMapView(colours)} ${audienceTableView(forecast, notOffered)}</div>
      </div>
    </section>
    <section class="audience" id="what">
      <div class="wrap">
        <h2>Plan</h2>
        <p class="about">
          Best value for the money first, each given those before it. Value: expected viewers ×
          ${dollars(plan.assumptions.moneyPerViewer)} a viewer, an assumption; the pale part of a bar is the
          forecast’s 80 % interval.
        </p>
        ${planListView(plan)}
      </div>
    </section>`;
}
