import { html, type Html } from '@keyart/common';
import type { Diagnostics, WeightBin } from '@keyart/evaluation';
import { countText, shortText, tickPercentText } from '../number-text';
import { scaleFromZero } from './scale';
import { plotView, widthOf, xAt, yAt, type Tick } from './plot.view';

const MOST_LABELS = 8;

/** Decisions by the size of the target's weight. */
export function weightHistogram({ weightBins, sampleCount, maxWeight }: Diagnostics): Html {
  const shares = weightBins.map(({ rowCount }) => rowCount / sampleCount);
  const scale = scaleFromZero(shares);
  const stride = Math.ceil(weightBins.length / MOST_LABELS);
  const xTicks = weightBins
    .map(({ upTo }, i): Tick => ({ at: middleOf(i, weightBins), label: shortText(upTo) }))
    .filter((_, i) => (weightBins.length - 1 - i) % stride === 0);
  return plotView({
    heading: 'Importance weights',
    title: `Histogram of the target's weights: ${weightBins.map(binText).join('; ')}`,
    ...{ xTicks, xLabel: 'weight, at most →', yLabel: '↑ share of decisions' },
    yTicks: scale.ticks.map((at) => ({ at: scale.place(at), label: tickPercentText(at) })),
    body: weightBins.map((bin, i) =>
      bar(bin, { i, count: weightBins.length, height: scale.place(shares[i]) }),
    ),
    caption: html`Target probability by logged propensity. The largest is ${shortText(maxWeight)}; a long tail
    means that few decisions carry the estimate.`,
  });
}

function middleOf(i: number, bins: readonly WeightBin[]): number {
  return (i + 0.5) / bins.length;
}

function binText({ upTo, rowCount }: WeightBin): string {
  return `${countText(rowCount)} decisions up to ${shortText(upTo)}`;
}

function bar(bin: WeightBin, { i, count, height }: { i: number; count: number; height: number }): Html {
  const gap = 0.12 / count;
  const top = Number(yAt(height));
  return html`<rect
    class="bar"
    x="${xAt(i / count + gap)}"
    width="${widthOf(1 / count - 2 * gap)}"
    y="${top}"
    height="${(Number(yAt(0)) - top).toFixed(1)}"
  >
    <title>${binText(bin)}</title>
  </rect>`;
}
