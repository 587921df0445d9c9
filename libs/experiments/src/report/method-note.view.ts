import { html, type Html } from '@keyart/common';
import { levelText } from '@keyart/decision-log';
import type { ExperimentConfiguration } from '../analysis/experiment-result';

const NOTES: Readonly<Record<string, string>> = {
  'asymptotic-cs':
    'An asymptotic confidence sequence: the true effect lies in all bands at once with the probability asked for, however often one looks and whenever one stops. The price is width: about 1.5 times a fixed interval where it is tightest. Wants some hundred members an arm before the first look counts.',
  msprt:
    'A mixture sequential probability ratio test: intervals and p-values hold at every look. Its mixing variance follows the data, a rule that holds its level in simulation, not by a theorem.',
  'group-sequential':
    'A group sequential test that spends α t² of its level by the share t of the planned members: nearly as narrow as a fixed test at the end, and valid at every look, as long as the planned size stays what it was. After that size nothing is left to spend.',
  welch:
    'A fixed test: its interval holds for one look at a time that was chosen beforehand. Looked at every day it is wrong far more often than its level says.',
};

/** What the band promises. */
export function methodNoteView({ method, alpha, correction }: ExperimentConfiguration): Html {
  const comparisons =
    correction === 'none'
      ? 'Each comparison holds its level for itself; several metrics and arms are not corrected for each other.'
      : 'Verdicts count all goal metrics and arms; bands do not, each stands for itself.';
  return html`<section aria-labelledby="method">
    <h2 id="method">About the method</h2>
    <p class="prose"><code>${method}</code> at ${levelText(alpha)}. ${NOTES[method] ?? ''}</p>
    <p class="prose quiet">
      ${comparisons} The sample ratio has a sequential test of its own. A guardrail stops the test only when
      its whole interval lies beyond the margin.
    </p>
  </section>`;
}
