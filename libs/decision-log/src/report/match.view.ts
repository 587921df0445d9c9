import { html, type Html } from '@keyart/common';
import { WARNING_LIMITS, type Measured } from '@keyart/evaluation';
import type { EvaluationResult } from '../evaluation-result';
import type { MatchStratum } from '../match/match-result';
import { intervalRowsView, type IntervalMark, type IntervalRow } from './charts/interval-rows.view';
import { dataTable } from './data-table.view';
import { measuredCell } from './measured-cell.view';
import {
  countText,
  intervalText,
  levelText,
  percentText,
  pValueText,
  shortText,
  signedText,
} from './number-text';

/** Inverse-propensity-weighted match of both policies, over all and by number of candidates: forest plot and table. */
export function matchView(result: EvaluationResult): Html {
  const { match, policies, configuration } = result;
  const rows = [rowOf('all', match.overall), ...match.strata.map((one) => rowOf(nameOf(one), one))];
  return html`<section aria-labelledby="match">
    <h2 id="match">Match, random = 1</h2>
    <p>
      Inverse-propensity-weighted match (<code>normalised-ips</code>): what a policy earns by what choosing at
      random among the same candidates earns. A hit among many candidates weighs more than one among few.
    </p>
    ${intervalRowsView({
      heading: 'Match by number of candidates',
      rows,
      reference: 1,
      tickText: shortText,
      caption: html`The dashed line is choosing at random. <span class="key target">●</span> target
        ${policies.target} <span class="key baseline">■</span> baseline ${policies.baseline}. Bars are
        ${levelText(configuration.alpha)} intervals clustered by member; the marked row is all decisions.`,
    })}
    ${matchTable(result)}
  </section>`;
}

function nameOf({ candidates: { from, to } }: MatchStratum): string {
  const range = from === to ? String(from) : `${from} to ${to}`;
  return `${range} ${to === 1 ? 'candidate' : 'candidates'}`;
}

function rowOf(name: string, { target, baseline }: MatchStratum): IntervalRow {
  const marks = [markOf('target', target), markOf('baseline', baseline)].flatMap((mark) => mark ?? []);
  const text = ({ policy, value }: IntervalMark): string => `${policy} ${shortText(value)}`;
  const label = marks.map((mark) => `${text(mark)} (${intervalText(mark.interval, shortText)})`).join('; ');
  return {
    ...{ name, marks, isHeadline: name === 'all' },
    label: `${name}: ${label || 'not defined, choosing at random earns nothing'}`,
    text:
      marks.length > 0
        ? marks.map((mark) => html`<span class="key-text ${mark.policy}">${text(mark)}</span> `)
        : 'not defined',
  };
}

function markOf(policy: IntervalMark['policy'], measured: Measured | null): IntervalMark | null {
  return measured && { policy, value: measured.value, interval: measured.interval };
}

function matchTable({ match, policies, configuration }: EvaluationResult): Html {
  const level = levelText(configuration.alpha);
  return html`${dataTable({
      caption: `Match by number of candidates, ${policies.target} less ${policies.baseline}`,
      numbers: [2, 9],
      head: [
        ...['Candidates', 'Verdict', 'Decisions', 'Of chance', 'Rewarded'],
        ...[`Target, ${level}`, `Baseline, ${level}`, `Difference, ${level}`, 'p (Holm)'],
      ],
      rows: [
        tableRow('all', match.overall),
        ...match.strata.map((stratum) => tableRow(nameOf(stratum), stratum)),
      ],
    })}
    <p class="quiet">
      Values times their share of chance sum up to the whole. Rewarded: effective rewarded decisions of target
      and baseline. Below ${countText(WARNING_LIMITS.leastRewardedRowCount)} effective rewarded decisions of
      either policy, (Σ w|r|)² / Σ (w r)², there is no verdict, and without any a Wilson bound (95%) stands
      for the interval. The p-value of the whole stands alone, those by number of candidates are corrected
      over all of them.
    </p>`;
}

function tableRow(name: string, stratum: MatchStratum) {
  const { sampleCount, memberCount, chanceShare, effectiveRewardedCount, target, baseline, difference } =
    stratum;
  return [
    ...[name, stratum.verdict],
    html`${countText(sampleCount)}<span class="note">${countText(memberCount)} members</span>`,
    percentText(chanceShare),
    `${countText(effectiveRewardedCount.target)} / ${countText(effectiveRewardedCount.baseline)}`,
    ...[measuredCell(target, shortText), measuredCell(baseline, shortText)],
    ...[measuredCell(difference, signedText), pValueText(stratum.pValue)],
  ];
}
