import { html, type Html } from '@keyart/common';
import type { CumulativePoint, Interval } from '@keyart/evaluation';
import { intervalText, levelText, shortText, tickPercentText, valueText } from '../number-text';
import type { EvaluationResult } from '../../evaluation-result';
import { domainOf, linearScale, type Scale } from './scale';
import { dotsAt, lineThrough } from './path.view';
import { plotView, xAt, yAt } from './plot.view';

interface DefinedPoint extends CumulativePoint {
  readonly value: number;
  readonly interval: Interval;
}

/** SNIPS of the target as decisions came in; null: never any weight. */
export function cumulativeChart({ diagnostics, configuration }: EvaluationResult): Html | null {
  const points = diagnostics.cumulative.filter(isDefined);
  if (points.length === 0) return null;
  const x = linearScale([0, 1], 4);
  const y = linearScale(domainOf(points.flatMap(({ interval }) => interval)));
  const placed = points.map(({ sampleCount, value }) => {
    return { x: sampleCount / diagnostics.sampleCount, y: y.place(value) };
  });
  const last = points[points.length - 1];
  return plotView({
    heading: 'Cumulative estimate (SNIPS, target)',
    title: `SNIPS of the target over time; in the end ${valueText(last.value)} (${intervalText(last.interval)})`,
    xTicks: x.ticks.map((at) => ({ at, label: tickPercentText(at) })),
    yTicks: y.ticks.map((at) => ({ at: y.place(at), label: shortText(at) })),
    ...{ xLabel: 'share of decisions, by time →', yLabel: '↑ value' },
    body: [
      points.map((point, i) => whisker(point, placed[i].x, y)),
      lineThrough(placed, 'curve'),
      dotsAt(placed, 'dot target', 3),
    ],
    caption: html`Bars are ${levelText(configuration.alpha)} intervals that count every row for itself. The
    line should settle and the bars shrink; a jump or a slope says that something changed.`,
  });
}

function isDefined(point: CumulativePoint): point is DefinedPoint {
  return point.value !== null && point.interval !== null;
}

function whisker({ interval: [low, high] }: DefinedPoint, x: number, y: Scale): Html {
  return html`<line
    class="band"
    x1="${xAt(x)}"
    x2="${xAt(x)}"
    y1="${yAt(y.place(low))}"
    y2="${yAt(y.place(high))}"
  />`;
}
