import { groupsOf, html, type Html, type HtmlPart } from '@keyart/common';
import { countText, dataTable, levelText } from '@keyart/decision-log';
import type { ExperimentAnalysis, SegmentComparison } from '../analysis/experiment-result';
import { effectRow, effectRowsView } from './effect-rows.view';
import { comparisonName } from './effects-table.view';
import { effectRange, pStatement, pText, signedEffect } from './effect-text';
import { outcomeView } from './verdict-text.view';

/** The effect in each group of members; null: none were asked for. @param isBlocked nothing may be read */
export function segmentEffectsView(analysis: ExperimentAnalysis, isBlocked: boolean): Html | null {
  const { segments, configuration } = analysis;
  if (segments.length === 0) return null;
  const groups = groupsOf(segments, (one) => JSON.stringify([one.name, one.comparison, one.column]));
  return html`<section aria-labelledby="segments">
    <h2 id="segments">Segments</h2>
    <p>
      ${countText(segments.length)} comparisons were made. Read the adjusted p-value, and first of all whether
      segments differ at all: among many groups one looks good by chance.
    </p>
    <div class="stack after">${groups.map((group) => segmentsFigure(group, analysis))}</div>
    ${dataTable({
      caption: 'Every comparison in every segment, p adjusted over all of them (Holm)',
      numbers: [3, 8],
      head: [
        ...['Metric', 'Segment', 'Verdict', 'Members', 'Effect'],
        ...[`${levelText(configuration.alpha)} interval`, 'p', 'Adjusted p'],
      ],
      rows: segments.map((one) => segmentCells(one, isBlocked)),
    })}
  </section>`;
}

function segmentsFigure(
  group: readonly [SegmentComparison, ...SegmentComparison[]],
  analysis: ExperimentAnalysis,
): Html {
  const [{ name, comparison, column, relative }] = group;
  const whole = analysis.metrics.find((one) => one.name === name && one.comparison === comparison);
  return effectRowsView({
    heading: `${name}, ${comparison}, by ${column}`,
    rows: [
      ...(whole ? [effectRow(whole, 'all', true)] : []),
      ...group.map((one) => effectRow(one, `${column} = ${one.value}`)),
    ],
    ...{ isRelative: relative, caption: captionOf(group[0], analysis) },
  });
}

function captionOf(one: SegmentComparison, analysis: ExperimentAnalysis): Html {
  return html`${one.guardrail && html`<span class="key limit">┃</span> is the margin. `}${differenceText(one, analysis)}`;
}

function differenceText(
  { name, comparison, column }: SegmentComparison,
  { segmentDifferences }: ExperimentAnalysis,
): HtmlPart {
  const found = segmentDifferences.find(
    (one) => one.name === name && one.comparison === comparison && one.column === column,
  )?.heterogeneity;
  if (!found) return 'Whether segments differ takes two of them with an effect.';
  return html`Do the values of ${column} differ? <strong>${pStatement(found.pValue)}</strong> (Cochran's Q,
    not adjusted for other columns and metrics).`;
}

function segmentCells(one: SegmentComparison, isBlocked: boolean): HtmlPart[] {
  return [
    ...[comparisonName(one), `${one.column} = ${one.value}`, outcomeView(one, isBlocked)],
    ...[countText(one.memberCount), signedEffect(one.effect, one.relative), effectRange(one)],
    ...[pText(one.pValue), pText(one.adjustedPValue)],
  ];
}
