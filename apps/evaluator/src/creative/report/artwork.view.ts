import { html, type Html } from '@keyart/common';
import type { LogLabel, Scope, TraitLift } from '@keyart/creative';
import {
  countText,
  dataTable,
  intervalRowsView,
  intervalText,
  pValueText,
  signedPercentText,
  tickPercentText,
} from '@keyart/decision-log';
import type { ArtworkPart, CreativeReport } from '../build-report';
import { scopeName } from '../driver-text';
import { liftTableView } from './lift-table.view';

const MEANING: Readonly<Record<LogLabel, string>> = {
  randomised:
    'Chance chose among pictures, by probabilities that were written down, so the lift is that of showing pictures with the trait; not of the trait apart from all else that such pictures have.',
  associational:
    'Of some decisions it is not known how likely each picture was, so that what is shown more may only be shown to other people.',
};

/** What pictures of the subject do for takes. */
export function artworkView({ artwork, subject, name }: CreativeReport): Html | null {
  if (artwork === null) return null;
  const { lifts, tables } = artwork;
  const isOwn = (scope: Scope): boolean => scope.kind === subject.kind && scope.value === subject.value;
  const main = lifts.lifts.filter(({ scope, country }) => isOwn(scope) && country === null);
  return html`<section aria-labelledby="artwork">
    <h2 id="artwork">What pictures do <span class="tag">${lifts.label}</span></h2>
    <p class="prose">
      Takes of pictures with a trait beside the other pictures of the same titles, each side as if shown by
      lot. ${MEANING[lifts.label]}
    </p>
    ${main.length === 0 ? html`<p class="quiet after">Too few takes to say anything.</p>` : picture(main)}
    ${lifts.lifts.length > 0 && liftsTable(lifts.lifts, name)} ${tables.map((table) => liftTableView(table))}
    ${leftOutView(artwork)}
  </section>`;
}

function picture(lifts: readonly TraitLift[]): Html {
  const rows = [...lifts].sort((a, b) => b.lift - a.lift);
  return html`<div class="stack after">
    ${intervalRowsView({
      heading: 'Relative lift of takes',
      rows: rows.map((one) => {
        const text = `${signedPercentText(one.lift)} (${intervalText(one.interval, signedPercentText)})`;
        return {
          ...{ name: one.trait, label: `${one.trait}: ${text}`, text, isHeadline: one.isDiscovery },
          marks: [{ policy: 'difference', value: one.lift, interval: one.interval }],
        };
      }),
      ...{ reference: 0, tickText: tickPercentText },
      caption: html`Bars are 95% intervals. Highlighted: what is left after correction for all that was
      tested.`,
    })}
  </div>`;
}

function liftsTable(lifts: readonly TraitLift[], name: string): Html {
  return dataTable({
    caption: 'Lifts by scope and country, the strongest evidence first',
    head: [
      'Trait',
      'Of',
      'Country',
      'Lift',
      '95%',
      'Takes',
      'Other takes',
      'Decisions',
      'Effective',
      'p (BH)',
    ],
    numbers: [3, 10],
    rows: lifts
      .slice(0, MOST_ROWS)
      .map((one) => [
        ...[one.trait, scopeName(one.scope, name), one.country ?? 'all'],
        ...[signedPercentText(one.lift), intervalText(one.interval, signedPercentText)],
        ...[(100 * one.takeFraction).toFixed(1) + '%', (100 * one.otherTakeFraction).toFixed(1) + '%'],
        ...[countText(one.decisionCount), countText(one.effectiveCount)],
        one.isDiscovery ? html`<b>${pValueText(one.adjustedPValue)}</b>` : pValueText(one.adjustedPValue),
      ]),
  });
}

/** The rest is in the JSON. */
const MOST_ROWS = 20;

function leftOutView({ lifts, leftOutCount, unknownTitleCount }: ArtworkPart): Html {
  const parts = [
    ...(lifts.lifts.length > MOST_ROWS
      ? [`${lifts.lifts.length - MOST_ROWS} more lifts stand in the JSON`]
      : []),
    ...(lifts.untested.length > 0
      ? [`${countText(lifts.untested.length)} cells had too few takes, titles or people`]
      : []),
    ...(leftOutCount > 0
      ? [
          `${countText(leftOutCount)} decisions on ${unknownTitleCount === 1 ? 'one title' : `${countText(unknownTitleCount)} titles`} without a review were left out`,
        ]
      : []),
  ];
  return html`<p class="quiet after">${parts.length > 0 && `${parts.join('; ')}.`}</p>`;
}
