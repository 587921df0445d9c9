import type { ChoiceQuality, PointwiseQuality } from '@keyart/llm';
import { renderTable } from '../terminal/table';
import type { ModelReport } from './measure-model';

const percent = (fraction: number): string => `${(100 * fraction).toFixed(1)}%`;
const number = (value: number): string => value.toFixed(3);

function massRows({ labelMass }: ChoiceQuality | PointwiseQuality): string[][] {
  return [
    ['label mass, mean', number(labelMass.mean)],
    ['label mass, 1st percentile', number(labelMass.p01)],
    ['label mass, least', number(labelMass.min)],
    ['prompts under the threshold', percent(labelMass.belowThresholdFraction)],
  ];
}

function choiceRows(quality: ChoiceQuality): string[][] {
  const priors = Object.entries(quality.slotPrior).map(([count, prior]) => [
    `slot prior, K = ${count}`,
    prior.map((value) => value.toFixed(2)).join(' '),
  ]);
  return [
    ['flip rate under cyclic shifts', percent(quality.flipRate)],
    ['flip rate, slot prior subtracted', percent(quality.calibratedFlipRate)],
    ...priors,
  ];
}

function pointwiseRows(quality: PointwiseQuality): string[][] {
  return [
    ['pick stable under reworded captions', percent(quality.pickStability)],
    ['change of log-odds by rewording', number(quality.rewordingShift)],
    ['log-odds of yes, mean', number(quality.meanLogOdds)],
    ['log-odds of yes, deviation', number(quality.logOddsDeviation)],
  ];
}

/** The report for people. */
export function renderModelReport(report: ModelReport): string {
  const sections = report.formulations.map((quality) => {
    const own = quality.formulation === 'choice' ? choiceRows(quality) : pointwiseRows(quality);
    const served = quality.formulation === report.servedFormulation ? ', served' : '';
    const heading = [`${quality.formulation}${served} (${quality.caseCount} cases)`, 'value'];
    return renderTable([heading, ...massRows(quality), ...own]);
  });
  const head = `${report.modelVersion}, template ${report.template}, ${report.promptMs.toFixed(1)} ms a prompt`;
  return [head, ...sections].join('\n\n');
}
