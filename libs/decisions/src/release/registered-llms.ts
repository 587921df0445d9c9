import { messageOf, type Logger } from '@keyart/common';
import type { ModelHead, RegisteredRanker } from '@keyart/contracts';
import type { ModelVersionsRepository } from '@keyart/db';
import { adapterFileOf, type OpenedLlm, type OpenLlmAnswer } from '@keyart/llm';

/** Where LLMs come from. */
export interface RegisteredLlmsParts {
  readonly models: Pick<ModelVersionsRepository, 'inService' | 'findByVersion'>;
  /** The configured one; null: there is none, and registered ones are not opened either. */
  readonly configured: OpenedLlm | null;
  /** Opens the embedded model with the adapter of that file. */
  readonly open: (adapterFile: string) => Promise<OpenLlmAnswer>;
  readonly logger: Logger;
}

/** The LLMs whose scores are wanted: the registered ones in service and in the shadow, opened when first asked for. */
export class RegisteredLlms {
  private readonly opened = new Map<string, OpenedLlm>();
  private readonly refused = new Set<string>();

  constructor(private readonly parts: RegisteredLlmsParts) {}

  /** The one that serves first; empty where no LLM is configured. */
  async wanted(): Promise<OpenedLlm[]> {
    const { configured, models } = this.parts;
    if (!configured) return [];
    const heads = (await models.inService()).filter(({ kind }) => kind === 'llm');
    await this.closeAllBut(new Set(heads.map(({ version }) => version)));
    const active = await this.of(heads.find(({ stage }) => stage === 'active'));
    const shadow = await this.of(heads.find(({ stage }) => stage === 'shadow'));
    return [active ?? configured, ...(shadow ? [shadow] : [])];
  }

  /** Lets go of what was opened here; the configured one is its owner's. */
  async close(): Promise<void> {
    await this.closeAllBut(new Set());
  }

  private async of(head: ModelHead | undefined): Promise<OpenedLlm | null> {
    if (!head || this.refused.has(head.version)) return null;
    const found = this.opened.get(head.version) ?? (await this.open(head.version));
    if (found) this.opened.set(head.version, found);
    return found;
  }

  private async open(version: string): Promise<OpenedLlm | null> {
    const record = await this.parts.models.findByVersion(version);
    if (!record) return null;
    const ranker = record.payload as RegisteredRanker;
    if (ranker.modelVersion === this.parts.configured?.ranker.modelVersion) return this.parts.configured;
    const answer = await this.parts.open(adapterFileOf(ranker));
    if (answer.kind === 'missing') return this.refuse(version, answer.reason);
    const { modelVersion } = answer.llm.ranker;
    if (modelVersion === ranker.modelVersion) return answer.llm;
    await answer.llm.scorer.close();
    return this.refuse(version, `here it is ${modelVersion}, registered as ${ranker.modelVersion}`);
  }

  /** Told once, and not tried again by this process: a page goes on from the next tier. */
  private refuse(version: string, reason: string): null {
    this.refused.add(version);
    this.parts.logger.warn({ version, reason }, 'a registered LLM cannot be opened here');
    return null;
  }

  private async closeAllBut(kept: ReadonlySet<string>): Promise<void> {
    for (const [version, { scorer }] of this.opened) {
      if (kept.has(version)) continue;
      this.opened.delete(version);
      if (scorer !== this.parts.configured?.scorer)
        await scorer.close().catch((error: unknown) => this.report(error));
    }
  }

  private report(error: unknown): void {
    this.parts.logger.warn({ reason: messageOf(error) }, 'an LLM could not be closed');
  }
}
