import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { MODEL_KINDS, type ModelVersionRecord } from '@keyart/contracts';
import { ModelVersionsRepository } from '@keyart/db';
import { RequireScope } from '../access/require-scope.decorator';

type ActiveModel = Pick<ModelVersionRecord, 'version' | 'kind' | 'summary' | 'createdAt'>;

@ApiTags('models')
@Controller('v1/models')
export class ModelsController {
  constructor(private readonly models: ModelVersionsRepository) {}

  @Get()
  @RequireScope('analyst', 'admin')
  @ApiOperation({ summary: 'The active version of each kind of model' })
  async list(): Promise<{ items: ActiveModel[] }> {
    const active = await Promise.all(MODEL_KINDS.map((kind) => this.models.active(kind)));
    const items = active.flatMap((model) => (model ? [withoutPayload(model)] : []));
    return { items };
  }
}

function withoutPayload({ version, kind, summary, createdAt }: ModelVersionRecord): ActiveModel {
  return { version, kind, summary, createdAt };
}
