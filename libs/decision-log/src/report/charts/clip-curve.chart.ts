import { html, type Html } from '@keyart/common';
import { shortText, valueText } from '../number-text';
import type { EvaluationResult } from '../../evaluation-result';
import { domainOf, linearScale, logScale } from './scale';
import { dotsAt, lineThrough } from './path.view';
import { plotView } from './plot.view';

/** Clipped IPS of the target over a grid of λ. */
export function clipChart({ diagnostics: { clipCurve }, configuration }: EvaluationResult): Html {
  const x = logScale(clipCurve.map(({ clip }) => clip));
  const y = linearScale(domainOf(clipCurve.map(({ value }) => value)));
  const points = clipCurve.map(({ clip, value }) => ({ x: x.place(clip), y: y.place(value) }));
  const last = clipCurve[clipCurve.length - 1];
  return plotView({
    heading: 'Clip sensitivity (clipped IPS, target)',
    title: `Clipped IPS of the target: ${clipCurve.map(({ clip, value }) => `${valueText(value)} at ${clip}`).join('; ')}`,
    xTicks: x.ticks.filter(isPowerOfTen).map((at) => ({ at: x.place(at), label: shortText(at) })),
    yTicks: y.ticks.map((at) => ({ at: y.place(at), label: shortText(at) })),
    ...{ xLabel: 'weights cut at λ →', yLabel: '↑ value' },
    body: [lineThrough(points, 'curve'), dotsAt(points, 'dot target')],
    caption: html`Where the curve is flat, large weights do not matter. It ends at ${valueText(last.value)} (λ
      ${shortText(last.clip)}); this evaluation's <code>ips-clipped</code> cuts at
      ${shortText(configuration.parameters.clip)}.`,
  });
}

/** Others would run into each other on a narrow screen. */
function isPowerOfTen(value: number): boolean {
  return Number.isInteger(Math.log10(value));
}
