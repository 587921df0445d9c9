import { html, type Html } from '@keyart/common';
import type { Driver, ScopeDrivers } from '@keyart/creative';
import {
  countText,
  dataTable,
  intervalRowsView,
  intervalText,
  pValueText,
  shortText,
  type IntervalRow,
} from '@keyart/decision-log';
import type { CreativeReport } from '../build-report';
import { driverText, effectText, effectWithInterval, OUTCOME_TEXT, scopeName } from '../driver-text';
import { driverLabel } from './report-head.view';

/** What goes with better and worse reviews: as pictures, beside wider scopes, and in all numbers. */
export function driversView({ drivers, name }: CreativeReport): Html {
  const [own] = drivers.scopes;
  return html`<section aria-labelledby="drivers">
    <h2 id="drivers">What goes with better reviews</h2>
    <p class="prose">
      In ${OUTCOME_TEXT[drivers.outcome]}, everything else in the review equal: of an aspect, when it is fully
      praised rather than not mentioned (when blamed, the opposite); of a tone, when it shows.
      ${
        drivers.outcome === 'polarity' &&
        'There are no stars: polarity was read from the same words as aspects and tones, which makes the two agree more than readers would.'
      }
    </p>
    ${own.drivers.length === 0 ? html`<p class="quiet after">Nothing could be tested.</p>` : pictures(own)}
    ${drivers.scopes.length > 1 && scopesTable(drivers.scopes, name)}
    ${own.drivers.length > 0 && numbersTable(own)} ${untestedView(own)}
  </section>`;
}

function pictures(own: ScopeDrivers): Html {
  const figures = (['aspect', 'tone'] as const).flatMap((kind) => {
    const rows = own.drivers.filter((driver) => driver.kind === kind).sort((a, b) => b.effect - a.effect);
    if (rows.length === 0) return [];
    const heading = kind === 'aspect' ? 'Aspects' : 'Tones';
    const caption = html`Bars are 95% intervals, each for itself; the dashed line is no effect. Highlighted:
    what is left after correction for all that was tested. Errors count
    ${own.errorsBy === 'title' ? 'titles, as if others could have been drawn' : 'reviews: it holds for these titles'}.`;
    return [
      intervalRowsView({ heading, rows: rows.map(rowOf), reference: 0, tickText: effectText, caption }),
    ];
  });
  return html`<div class="stack after">${figures}</div>`;
}

function rowOf(driver: Driver): IntervalRow {
  const { effect, interval, isDiscovery, name, reviewCount } = driver;
  return {
    ...{ name, label: driverLabel(driver), isHeadline: isDiscovery },
    marks: [{ policy: 'difference', value: effect, interval }],
    text: `${effectWithInterval(driver)}, n ${countText(reviewCount)}`,
  };
}

/** Whatever may be told somewhere. */
function scopesTable(scopes: readonly ScopeDrivers[], name: string): Html | null {
  const told = new Map(
    scopes.flatMap(({ drivers }) =>
      drivers.filter((one) => one.isDiscovery).map((one) => [driverText(one), one]),
    ),
  );
  if (told.size === 0) return null;
  return dataTable({
    caption: 'The same in wider scopes; bold where it may be told',
    head: ['', ...scopes.map(({ scope }) => scopeName(scope, name))],
    numbers: [1, scopes.length + 1],
    rows: [
      ['reviews', ...scopes.map(({ reviewCount }) => countText(reviewCount))],
      ...[...told.keys()].map((driver) => [driver, ...scopes.map((one) => scopeCell(one, driver))]),
    ],
  });
}

function scopeCell({ drivers }: ScopeDrivers, name: string): Html | string {
  const found = drivers.find((driver) => driverText(driver) === name);
  if (!found) return '–';
  return found.isDiscovery ? html`<b>${effectText(found.effect)}</b>` : effectText(found.effect);
}

function numbersTable({ drivers }: ScopeDrivers): Html {
  return dataTable({
    caption: 'All that was tested, the strongest evidence first',
    numbers: [1, 9],
    head: ['', 'Effect', '95%', 'Std. error', 'Reviews', 'Effective', 'Titles', 'p', 'p (BH)'],
    rows: drivers.map((one) => [
      driverText(one),
      ...[effectText(one.effect), intervalText(one.interval, (end) => effectText(end ?? 0))],
      ...[shortText(one.standardError), countText(one.reviewCount), countText(one.effectiveCount)],
      ...[countText(one.titleCount), pValueText(one.pValue)],
      one.isDiscovery ? html`<b>${pValueText(one.adjustedPValue)}</b>` : pValueText(one.adjustedPValue),
    ]),
  });
}

function untestedView({ untested }: ScopeDrivers): Html | null {
  const some = untested.filter(({ reviewCount }) => reviewCount > 0);
  if (some.length === 0) return null;
  const named = some.map((one) => `${driverText(one)} (${one.reviewCount})`).join(', ');
  return html`<p class="quiet after">Too little data, with the count of reviews: ${named}.</p>`;
}
