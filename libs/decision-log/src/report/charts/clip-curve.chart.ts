import { html, type Html } from '@keyart/common';
import { shortText, valueText } from '../number-text';
import type { EvaluationResult } from '../../evaluation-result';
import { logScale, scaleFromZero } from './scale';
import { dotsAt, lineThrough, type PlotPoint } from './path.view';
import { plotView } from './plot.view';

/** Clipped IPS of the target over a grid of λ, from 0 on, so that what a clip costs is seen in proportion. */
export function clipChart({ diagnostics, configuration, estimates }: EvaluationResult): Html {
  const { clipCurve } = diagnostics;
  const unclipped = estimates.find(({ policy, estimator }) => policy === 'target' && estimator === 'ips');
  const values = clipCurve.map(({ value }) => value);
  const x = logScale(clipCurve.map(({ clip }) => clip));
  const y = scaleFromZero(unclipped ? [...values, unclipped.value] : values);
  const points = clipCurve.map(({ clip, value }) => ({ x: x.place(clip), y: y.place(value) }));
  const level = unclipped ? y.place(unclipped.value) : null;
  return plotView({
    heading: 'Clip sensitivity (clipped IPS, target)',
    title: `Clipped IPS of the target: ${clipCurve.map(({ clip, value }) => `${valueText(value)} at ${clip}`).join('; ')}`,
    xTicks: x.ticks.filter(isPowerOfTen).map((at) => ({ at: x.place(at), label: shortText(at) })),
    yTicks: y.ticks.map((at) => ({ at: y.place(at), label: shortText(at) })),
    ...{ xLabel: 'weights cut at λ →', yLabel: '↑ value' },
    body: [
      level === null ? [] : lineThrough(acrossAt(level), 'reference'),
      lineThrough(points, 'curve'),
      dotsAt(points, 'dot target'),
    ],
    caption: html`Where the curve is flat, large weights do not matter.
      ${unclipped && html`Without a clip (dashed) the value is ${valueText(unclipped.value)};`} this
      evaluation's <code>ips-clipped</code> cuts at ${shortText(configuration.parameters.clip)}.`,
  });
}

function acrossAt(y: number): PlotPoint[] {
  return [
    { x: 0, y },
    { x: 1, y },
  ];
}

/** Others would run into each other on a narrow screen. */
function isPowerOfTen(value: number): boolean {
  return Number.isInteger(Math.log10(value));
}
