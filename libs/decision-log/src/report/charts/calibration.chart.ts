import { html, type Html } from '@keyart/common';
import type { CalibrationBin } from '@keyart/evaluation';
import { countText, percentText, tickPercentText } from '../number-text';
import { scaleFromZero } from './scale';
import { dotsAt, lineThrough } from './path.view';
import { plotView } from './plot.view';

/** Logged probabilities against how often candidates were shown; null: they were not logged. */
export function calibrationChart(bins: readonly CalibrationBin[]): Html | null {
  if (bins.length === 0) return null;
  const scale = scaleFromZero(
    bins.flatMap(({ meanPropensity, shownFraction }) => [meanPropensity, shownFraction]),
  );
  const ticks = scale.ticks.map((at) => ({ at: scale.place(at), label: tickPercentText(at) }));
  const points = bins.map(({ meanPropensity, shownFraction }) => {
    return { x: scale.place(meanPropensity), y: scale.place(shownFraction) };
  });
  const diagonal = [
    { x: 0, y: 0 },
    { x: 1, y: 1 },
  ];
  return plotView({
    heading: 'Calibration of logged propensities',
    title: `Shown against logged: ${bins.map(binText).join('; ')}`,
    ...{ xTicks: ticks, yTicks: ticks, xLabel: 'logged probability →', yLabel: '↑ share shown' },
    body: [lineThrough(diagonal, 'reference'), dotsAt(points, 'dot target', 5)],
    caption: html`On the diagonal, what was logged is what happened. Each dot is a tenth of the range;
    ${countText(bins.reduce((sum, { candidateCount }) => sum + candidateCount, 0))} candidates in all.`,
  });
}

function binText({ meanPropensity, shownFraction, candidateCount }: CalibrationBin): string {
  return `${percentText(shownFraction)} of ${countText(candidateCount)} candidates logged with ${percentText(meanPropensity)}`;
}
