import { html, type Html } from '@keyart/common';
import { dotsAt, lineThrough, plotView, xAt, yAt } from '@keyart/decision-log';
import type { EffectTrend } from '@keyart/evaluation';
import type { DailyComparison } from '../../analysis/daily-comparison';
import { effectSize, pStatement, signedEffect } from '../effect-text';
import { dayAxis } from './day-axis';
import { effectAxis, type EffectAxis, type PlacedEffect } from './effect-axis';

/** The effect among what happened on each day, and the line through it; null: no day had enough members. */
export function dailyEffectChart(daily: DailyComparison, isRelative: boolean): Html | null {
  const days = daily.days.flatMap(({ day, effect, interval }) =>
    effect === null ? [] : [{ day, effect, interval }],
  );
  if (days.length === 0) return null;
  const x = dayAxis(days.map(({ day }) => day));
  const y = effectAxis(days, isRelative);
  const points = days.map(({ day, effect }) => ({ x: x.place(day), y: y.place(effect) }));
  const straight = (at: (day: number) => number) =>
    [days[0].day, days[days.length - 1].day].map((day) => ({ x: x.place(day), y: y.place(at(day)) }));
  const { trend } = daily;
  return plotView({
    heading: `${daily.name}, ${daily.comparison}`,
    title: `Effect by day: ${days.map(({ day, effect }) => `day ${day} ${signedEffect(effect, isRelative)}`).join('; ')}`,
    ...{ xTicks: x.xTicks, xLabel: x.xLabel, yTicks: y.yTicks, yLabel: '↑ effect of the day' },
    body: [
      lineThrough(
        straight(() => 0),
        'reference',
      ),
      days.map((day, i) => whisker(day, points[i].x, y)),
      trend &&
        lineThrough(
          straight((day) => trend.start + trend.slope * day),
          'curve',
        ),
      dotsAt(points, 'dot shown', 3.5),
    ],
    caption: trendText(trend, isRelative),
  });
}

function whisker({ interval }: PlacedEffect, x: number, y: EffectAxis): Html | null {
  if (!interval) return null;
  const [low, high] = [interval[0] ?? -Infinity, interval[1] ?? Infinity];
  return html`<line
    class="band"
    x1="${xAt(x)}"
    x2="${xAt(x)}"
    y1="${yAt(y.place(low))}"
    y2="${yAt(y.place(high))}"
  />`;
}

function trendText(trend: EffectTrend | null, isRelative: boolean): Html {
  if (!trend) return html`A trend takes three days.`;
  const { slope, pValue } = trend;
  const size = effectSize(Math.abs(slope), isRelative);
  return html`The line ${slope >= 0 ? 'rises' : 'falls'} by ${size}${isRelative && ' of the control mean'} a
  day (<strong>${pStatement(pValue)}</strong>).`;
}
