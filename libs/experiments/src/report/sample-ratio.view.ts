import { html, type Html } from '@keyart/common';
import { countText, percentText, shortText } from '@keyart/decision-log';
import { MULTIPLE_EXPOSURE_LIMIT, SAMPLE_RATIO_ALARM, type MultipleExposure } from '@keyart/evaluation';
import type { ExperimentAnalysis } from '../analysis/experiment-result';
import { armSizesView } from './arm-sizes.view';
import { pStatement } from './effect-text';

/** Whether the arms have their planned sizes: what is read before any effect. */
export function sampleRatioView({ arms, sampleRatio, multipleExposure }: ExperimentAnalysis): Html {
  const { pValue, chiSquared, degreesOfFreedom, isMismatch } = sampleRatio;
  const verdict = isMismatch
    ? 'The arms do not have their planned sizes.'
    : 'The arms have their planned sizes, as far as chance allows.';
  return html`<section aria-labelledby="ratio">
    <h2 id="ratio">Sample ratio</h2>
    <p class="lead">
      <strong>${pValue === null ? 'Nobody took part.' : verdict}</strong> ${pStatement(pValue)}
    </p>
    ${armSizesView(
      arms,
      html`Bars are members, strokes what the weights ask for. χ² = ${shortText(chiSquared)} on
      ${degreesOfFreedom} ${degreesOfFreedom === 1 ? 'degree' : 'degrees'} of freedom; the alarm is at p below
      ${SAMPLE_RATIO_ALARM}. ${exposureText(multipleExposure)}`,
    )}
  </section>`;
}

/** Members in several arms, in words. @param found null: nobody counted */
export function exposureText(found: MultipleExposure | null): string {
  const limit = `${percentText(MULTIPLE_EXPOSURE_LIMIT)} would be an alarm`;
  if (!found) return 'Members in several arms cannot be counted in sums.';
  if (found.memberCount === 0) return `No member met several arms; ${limit}.`;
  return `${countText(found.memberCount)} members (${percentText(found.share)}) met several arms and were left out; more than ${limit}.`;
}
