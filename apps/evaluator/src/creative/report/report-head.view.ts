import { html, type Html } from '@keyart/common';
import type { Driver } from '@keyart/creative';
import { countText } from '@keyart/decision-log';
import type { CreativeReport } from '../build-report';
import { driverText, effectText, effectWithInterval, OUTCOME_TEXT, scopeName } from '../driver-text';

const MOST_NAMED = 3;

/** What resonates in a few sentences, and what that rests on. */
export function creativeHeadView(report: CreativeReport): Html {
  const { subject, name, drivers } = report;
  const what =
    subject.kind === 'title' ? html`<q>${name}</q>` : html`<q>${name.replaceAll('-', ' ')}</q> titles`;
  const told = drivers.scopes[0].drivers.filter(({ isDiscovery }) => isDiscovery);
  return html`<header class="head">
    <p class="kicker">keyart creative feedback</p>
    <h1>What resonates in ${what}?</h1>
    <p class="verdict">${drivers.label}</p>
    ${summaryLines(report, told).map((line) => html`<p class="summary">${line}</p>`)}
    <p class="meaning">
      What goes with better reviews need not cause them: nobody drew by lot what a review speaks of.
    </p>
    ${figuresView(report, told.length)}
  </header>`;
}

/** Sentences about what may be told. */
export function summaryLines({ drivers, subject, name }: CreativeReport, told: readonly Driver[]): string[] {
  const [own] = drivers.scopes;
  if (told.length === 0) {
    const tried = own.drivers.length;
    const of = scopeName(subject, name);
    return tried === 0
      ? [`Too few reviews of ${of} say the same things: nothing could be tested.`]
      : [
          `None of ${tried} aspects and tones goes with better or worse reviews of ${of} by more than chance explains.`,
        ];
  }
  const side = (sign: number): string =>
    told
      .filter(({ effect }) => Math.sign(effect) === sign)
      .sort((a, b) => sign * (b.effect - a.effect))
      .slice(0, MOST_NAMED)
      .map((driver) => `${driverText(driver)} ${effectText(driver.effect)}`)
      .join(', ');
  const [up, down] = [side(1), side(-1)];
  return [
    ...(up === '' ? [] : [`Goes with better reviews: ${up}.`]),
    ...(down === '' ? [] : [`Goes with worse reviews: ${down}.`]),
    `In ${OUTCOME_TEXT[drivers.outcome]}, beside other reviews of the same title.`,
  ];
}

function figuresView(
  { reviewCount, titleCount, drivers, ...means }: CreativeReport,
  toldCount: number,
): Html {
  const { effectiveCount, drivers: tested } = drivers.scopes[0];
  const mean =
    means.meanStars === null
      ? (['Mean polarity', effectText(means.meanPolarity)] as const)
      : (['Mean stars', means.meanStars.toFixed(2)] as const);
  const figure = (name: string, value: string, note: string): Html =>
    html`<div>
      <dt>${name}</dt>
      <dd>${value}</dd>
      <dd class="range-text">${note}</dd>
    </div>`;
  const titles = titleCount === 1 ? 'one title' : `${countText(titleCount)} titles`;
  const weighted = effectiveCount < reviewCount - 1 ? `; ${countText(effectiveCount)} by their weights` : '';
  return html`<dl class="figures">
    ${figure('Reviews', countText(reviewCount), `${titles}${weighted}`)}
    ${figure(mean[0], mean[1], 'unweighted')}
    ${figure('Told of tested', `${toldCount} of ${tested.length}`, `at most ${100 * drivers.falseDiscoveryRate}% of all told are wrong, on average`)}
  </dl>`;
}

/** As a label for those who cannot see the picture. */
export function driverLabel(driver: Driver): string {
  return `${driverText(driver)}: ${effectWithInterval(driver)}`;
}
