import { audienceModelFile, readAudienceModel, type AudienceModel } from '@keyart/audience';
import type { ModelVersionsRepository } from '@keyart/db';

/** The audience model in service, read once a version. */
export class AudienceModels {
  private held: AudienceModel | null = null;

  constructor(
    private readonly models: Pick<
      ModelVersionsRepository,
      'inService' | 'findByVersion' | 'save' | 'activate'
    >,
  ) {}

  /** null: none was fitted. @throws InputError `BAD_AUDIENCE_MODEL` where this version cannot read it */
  async current(): Promise<AudienceModel | null> {
    const heads = await this.models.inService();
    const head = heads.find(({ kind, stage }) => kind === 'audience' && stage === 'active');
    if (!head) return null;
    if (this.held?.version === head.version) return this.held;
    const record = await this.models.findByVersion(head.version);
    this.held = record && readAudienceModel(record.payload);
    return this.held;
  }

  /** Keeps a model and puts it into service in place of the one before. */
  async serve(model: AudienceModel, at: Date): Promise<void> {
    const { version, fit } = model;
    const { titleCount, cellCount, forwardCount, from, until, seed } = fit;
    await this.models.save({
      ...{ version, kind: 'audience', stage: 'active', payload: audienceModelFile(model) },
      summary: { titleCount, cellCount, forwardCount, from, until, seed },
      ...{ createdAt: at, activatedAt: at },
    });
    await this.models.activate(version, at);
  }
}
