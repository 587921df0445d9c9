import {
  countryName,
  dollars,
  workName,
  type CountryReason,
  type LocalisationPlan,
  type WorkItem,
} from '@keyart/audience';
import { html, type Html } from '@keyart/common';
import { countText, moneyText } from './money-text';
import { percentText } from './percent-text';

const SHOWN_ITEMS = 20;
const MOST_PEOPLE = 0.5;
const SHOWN_COUNTRIES = 6;
const SHOWN_FOLLOW_UP = 5;
const SHOWN_LEFT_OUT = 6;

const WHY_LEFT_OUT: Readonly<Record<LocalisationPlan['leftOut'][number]['why'], string>> = {
  'adds-nothing': 'adds nobody',
  'costs-more-than-it-brings': 'costs more than it brings',
  'over-budget': 'no money left for it',
};

/** The plan as a list with bars, what it leaves out, and what is not known. */
export function planListView(plan: LocalisationPlan): Html {
  const [first] = [...plan.items].sort((a, b) => b.value.high - a.value.high);
  const most = first?.value.high ?? 1;
  const hidden = plan.items.length - SHOWN_ITEMS;
  return html`${plan.items.length === 0 && html`<p class="empty">Nothing brings more than it costs.</p>`}
    <ol class="plan">
      ${plan.items.slice(0, SHOWN_ITEMS).map((item) => itemView(item, most))}
    </ol>
    ${hidden > 0 && html`<p class="more">${hidden} more by GET /v1/localisation/plan.</p>`}
    ${plan.followUp.length > 0 && followUpView(plan.followUp, most)}
    ${plan.leftOut.length > 0 && leftOutView(plan)} ${asideView(plan)}`;
}

function itemView(item: WorkItem, most: number): Html {
  const { value, cost, viewers, cumulative, reasons } = item;
  const hidden = reasons.length - SHOWN_COUNTRIES;
  return html`<li>
    <h4>${workName(item)}</h4>
    <p class="worth">
      <b>${moneyText(item.netValue)}</b> net: ${moneyText(value.value)} for ${moneyText(cost)}, by about
      ${countText(viewers.value)} more viewers (${countText(viewers.low)} to ${countText(viewers.high)})
    </p>
    <div
      class="value"
      role="img"
      aria-label="value ${dollars(value.low)} to ${dollars(value.high)}, cost ${dollars(cost)}"
    >
      <i class="range" style="left:${share(value.low, most)};right:${share(most - value.high, most)}"></i>
      <i class="point" style="width:${share(value.value, most)}"></i>
    </div>
    <ul class="chips quiet">
      ${reasons.slice(0, SHOWN_COUNTRIES).map((reason) => reasonView(item, reason))}
      ${hidden > 0 && html`<li>${hidden} more ${hidden === 1 ? 'country' : 'countries'}</li>`}
    </ul>
    <p class="so-far">
      With all above: ${moneyText(cumulative.netValue)} net for ${moneyText(cumulative.cost)}.
    </p>
  </li>`;
}

function reasonView({ kind }: WorkItem, reason: CountryReason): Html {
  const { country, probability, languageShare, modePreference, existing, viewers } = reason;
  const facts = [
    `chance ${percentText(probability.value)}`,
    kind === 'campaign'
      ? `${percentText(languageShare)} can follow it`
      : `${percentText(languageShare)} know the language`,
    ...(modePreference === null ? [] : [`${percentText(modePreference)} like it so`]),
    ...(existing.length === 0 ? [] : [`there is ${existing.join(', ')}`]),
  ];
  return html`<li>
    ${countryName(country)} <b>+${countText(viewers.value)}</b> <small>${facts.join(' · ')}</small>
  </li>`;
}

function followUpView(followUp: readonly WorkItem[], most: number): Html {
  return html`<h3 class="row-name">Then, once these tracks are there</h3>
    <ol class="plan">
      ${followUp.slice(0, SHOWN_FOLLOW_UP).map((item) => itemView(item, most))}
    </ol>`;
}

function leftOutView({ leftOut }: LocalisationPlan): Html {
  return html`<h3 class="row-name">Left out</h3>
    <ul class="left-out">
      ${leftOut
        .slice(0, SHOWN_LEFT_OUT)
        .map(
          (item) =>
            html`<li>
              <b>${workName(item)}</b> ${WHY_LEFT_OUT[item.why]}: ${dollars(item.value.value)} for
              ${dollars(item.cost)}
            </li>`,
        )}
      ${leftOut.length > SHOWN_LEFT_OUT && html`<li>and ${leftOut.length - SHOWN_LEFT_OUT} more</li>`}
    </ul>`;
}

function asideView({ nothingNeeded, unknown, missingExposure, caveats }: LocalisationPlan): Html {
  const namesOf = (rows: readonly { country: string }[]): string =>
    rows.map(({ country }) => countryName(country)).join(', ');
  const lines = [
    {
      label: 'Most need nothing',
      text: namesOf(nothingNeeded.filter(({ share: part }) => part >= MOST_PEOPLE)),
    },
    { label: 'Not offered', text: namesOf(missingExposure) },
    {
      label: 'Not known',
      text: unknown.map(({ country, reason }) => `${countryName(country)} (${reason})`).join(', '),
    },
    { label: 'To know', text: caveats.join(' ') },
  ].filter(({ text }) => text !== '');
  return html`<dl class="taste aside">
    ${lines.map(
      ({ label, text }) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${text}</dd>
        </div>`,
    )}
  </dl>`;
}

function share(part: number, whole: number): string {
  return `${((100 * Math.max(0, part)) / whole).toFixed(1)}%`;
}
