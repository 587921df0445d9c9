import { html, type Html, type HtmlPart } from '@keyart/common';
import { countText, madeFromView } from '@keyart/decision-log';
import type { ExperimentAnalysis } from '../analysis/experiment-result';
import type { ExperimentMonitor } from '../monitor/monitor-result';

const CORRECTIONS: Readonly<Record<string, string>> = {
  ...{ none: 'none', holm: 'Holm', bh: 'Benjamini and Hochberg' },
};

/** From which data, with which options and by which software a test was read. */
export function experimentProvenanceView(result: ExperimentAnalysis | ExperimentMonitor): Html {
  return madeFromView({
    facts: factsOf(result),
    ...{ command: result.command, createdAt: result.generatedAt },
  });
}

function factsOf({ dataset, configuration, version, schema }: ExperimentAnalysis | ExperimentMonitor) {
  const { alpha, relative, cuped, method, correction, alternative } = configuration;
  return [
    ['Data', dataset.file],
    ['SHA-256 of the data', html`<code>${dataset.fingerprint}</code>`],
    ['Rows', dataset.rowCount === null ? 'sums only' : countText(dataset.rowCount)],
    ['Method', method],
    ['Effects', relative ? 'by the control mean' : 'absolute'],
    ['CUPED', cuped ? 'where there is a covariate' : 'no'],
    ['Correction', CORRECTIONS[correction] ?? correction],
    ['Alternative', alternative],
    ['α', alpha],
    ['Software', `keyart ${version}, schema ${schema}`],
  ] as const satisfies readonly (readonly [string, HtmlPart])[];
}
