import { IsOptional } from 'class-validator';
import { Describe } from './describe';
import type { ExperimentArmDto } from './experiment-arm.dto';
import type { ExperimentGuardrailDto } from './experiment-guardrail.dto';
import { IsArmList, IsGuardrailList, IsLayerShare } from './experiment-changes.dto';
import { IsCleanText } from './fields/is-clean-text';
import { IsSlug } from './fields/is-id';

const MAX_TEXT_LENGTH = 2_000;

/** `POST /v1/experiments`: a draft. */
export class ExperimentDto {
  @Describe('Names the experiment in decision records for good, e.g. `llm-trial`.')
  @IsSlug()
  experimentId: string;

  @IsCleanText({ minLength: 1, maxLength: MAX_TEXT_LENGTH })
  name: string;

  @Describe('What is expected, and why.')
  @IsCleanText({ maxLength: MAX_TEXT_LENGTH })
  hypothesis: string;

  @Describe('Share of the members outside the always-on slices, a multiple of 0.0001.')
  @IsLayerShare()
  shareFraction: number;

  @Describe('Two or more, of different names; the first is the control.')
  @IsArmList()
  arms: ExperimentArmDto[];

  @Describe('What no arm may lose; a tenth of the reward when absent, `[]` for none.')
  @IsOptional()
  @IsGuardrailList()
  guardrails?: ExperimentGuardrailDto[] | null;
}
