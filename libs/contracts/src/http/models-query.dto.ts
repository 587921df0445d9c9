import { IsIn, IsOptional } from 'class-validator';
import { MODEL_KINDS, MODEL_STAGES, type ModelKind, type ModelStage } from '../records/model-version';
import { Describe } from './describe';
import { PageQueryDto } from './page-query.dto';

/** Query of the list of models. */
export class ModelsQueryDto extends PageQueryDto {
  @Describe('Only models of this kind.')
  @IsOptional()
  @IsIn(MODEL_KINDS)
  kind?: ModelKind;

  @Describe('Only models in this stage.')
  @IsOptional()
  @IsIn(MODEL_STAGES)
  stage?: ModelStage;
}
