import { html, type Html } from '@keyart/common';
import { dotsAt, lineThrough, logScale, plotView, xAt, yAt } from '@keyart/decision-log';
import { SAMPLE_RATIO_ALARM, type SequentialSampleRatio } from '@keyart/evaluation';
import { pText } from '../effect-text';
import { dayAxis } from './day-axis';

/** Smaller ones stand at the bottom. */
const FEWEST_DECADES = 4;
const MOST_DECADES = 12;

/** The arms' sizes at the end of a day. */
export interface SizesLook {
  readonly day: number;
  readonly sampleRatio: Pick<SequentialSampleRatio, 'pValue'>;
}

/** The sequential p-value of the sample ratio by day, with its alarm. */
export function sampleRatioChart(looks: readonly SizesLook[]): Html {
  const smallest = Math.min(...looks.map(({ sampleRatio }) => sampleRatio.pValue));
  const decades = Math.min(MOST_DECADES, Math.max(FEWEST_DECADES, Math.ceil(-Math.log10(smallest))));
  const y = logScale(Array.from({ length: decades + 1 }, (_, i) => 10 ** (i - decades)));
  const x = dayAxis(looks.map(({ day }) => day));
  const points = looks.map(({ day, sampleRatio }) => {
    return { x: x.place(day), y: y.place(Math.max(sampleRatio.pValue, 10 ** -decades)) };
  });
  const alarm = yAt(y.place(SAMPLE_RATIO_ALARM));
  const stride = decades > 6 ? 3 : 1;
  return plotView({
    heading: 'Sample ratio, p by day',
    title: `p of the sample ratio: ${looks.map(({ day, sampleRatio }) => `day ${day} ${pText(sampleRatio.pValue)}`).join('; ')}`,
    ...{ xTicks: x.xTicks, xLabel: x.xLabel, yLabel: '↑ p, all looks together' },
    yTicks: y.ticks
      .map((at, i) => ({ at: y.place(at), label: powerText(i - decades) }))
      .filter((_, i) => (decades - i) % stride === 0),
    body: [
      html`<line class="alarm" x1="${xAt(0)}" x2="${xAt(1)}" y1="${alarm}" y2="${alarm}" />`,
      html`<text class="tick" x="${xAt(0.01)}" y="${Number(alarm) - 5}">alarm below</text>`,
      ...[lineThrough(points, 'curve'), dotsAt(points, 'dot shown', 3)],
    ],
    caption: html`The smallest p so far; it may be looked at every day. Below ${SAMPLE_RATIO_ALARM} the arms
    do not have their planned sizes, and no effect is to be read.`,
  });
}

/** 1, 0.1, 0.01, 0.001, then powers. */
function powerText(exponent: number): string {
  return exponent >= -3 ? String(Number((10 ** exponent).toPrecision(1))) : `1e−${-exponent}`;
}
