import { IsIn, IsNumber, Max, Min } from 'class-validator';
import { GUARDRAIL_METRICS, type ExperimentGuardrail, type GuardrailMetric } from '../records/experiment';
import { Describe } from './describe';

const MIN_MARGIN = 0.001;

/** What an arm must not lose against the first arm, the control. */
export class ExperimentGuardrailDto implements ExperimentGuardrail {
  @Describe(
    '`reward` per rewarded decision, `takers`: members who took anything, `reports`: members who called a picture misleading.',
  )
  @IsIn(GUARDRAIL_METRICS)
  metric: GuardrailMetric;

  @Describe("Share of the control's mean; an arm that is shown to lose more is stopped.")
  @IsNumber()
  @Min(MIN_MARGIN)
  @Max(1)
  marginFraction: number;
}
