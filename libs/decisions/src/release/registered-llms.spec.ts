import { createLogger } from '@keyart/common';
import type { ModelHead, ModelStage, ModelVersionRecord } from '@keyart/contracts';
import type { OpenedLlm, OpenLlmAnswer } from '@keyart/llm';
import { RegisteredLlms } from './registered-llms';

interface FakeLlm {
  readonly llm: OpenedLlm;
  isClosed: boolean;
}

function aLlm(modelVersion: string): FakeLlm {
  const fake = { isClosed: false } as { isClosed: boolean; llm: OpenedLlm };
  const close = (): Promise<void> => Promise.resolve(void (fake.isClosed = true));
  fake.llm = { ranker: { modelVersion }, scorer: { close } } as unknown as OpenedLlm;
  return fake;
}

const aRecord = (version: string, stage: ModelStage, modelVersion: string): ModelVersionRecord => ({
  ...{ version, kind: 'llm', stage, summary: {}, createdAt: new Date(0), activatedAt: null },
  payload: { modelVersion, adapterFile: `${version}.gguf` },
});

describe('RegisteredLlms', () => {
  const build = (records: ModelVersionRecord[], here: Record<string, FakeLlm>) => {
    const opened: string[] = [];
    const configured = aLlm('configured');
    const open = (file: string): Promise<OpenLlmAnswer> => {
      const name = file.replace(/^.*\//, '');
      opened.push(name);
      const found = here[name];
      return Promise.resolve(
        found ? { kind: 'opened', llm: found.llm } : { kind: 'missing', reason: 'no file' },
      );
    };
    const models = {
      inService: () => Promise.resolve(records as ModelHead[]),
      findByVersion: (version: string) =>
        Promise.resolve(records.find((record) => record.version === version) ?? null),
    };
    const logger = createLogger('test', 'silent');
    return {
      opened,
      configured,
      llms: new RegisteredLlms({ models, configured: configured.llm, open, logger }),
    };
  };
  const versions = async (llms: RegisteredLlms): Promise<string[]> =>
    (await llms.wanted()).map(({ ranker }) => ranker.modelVersion);

  it('is the configured one until another is registered', async () => {
    expect(await versions(build([], {}).llms)).toEqual(['configured']);
  });

  it('opens each once, the one in service first, and closes what left', async () => {
    const [active, shadow] = [aLlm('m1'), aLlm('m2')];
    const records = [aRecord('v2', 'shadow', 'm2'), aRecord('v1', 'active', 'm1')];
    const { llms, opened, configured } = build(records, { 'v1.gguf': active, 'v2.gguf': shadow });
    expect(await versions(llms)).toEqual(['m1', 'm2']);
    await llms.wanted();
    expect(opened).toEqual(['v1.gguf', 'v2.gguf']);
    records.shift();
    expect(await versions(llms)).toEqual(['m1']);
    expect([active.isClosed, shadow.isClosed]).toEqual([false, true]);
    await llms.close();
    expect([active.isClosed, configured.isClosed]).toEqual([true, false]);
  });

  it('goes on with the configured one where the registered cannot be opened as it was', async () => {
    const records = [aRecord('v1', 'active', 'm1'), aRecord('v2', 'shadow', 'm2')];
    const { llms, opened } = build(records, { 'v1.gguf': aLlm('m1 of another base') });
    expect(await versions(llms)).toEqual(['configured']);
    await llms.wanted();
    expect(opened).toEqual(['v1.gguf', 'v2.gguf']);
  });

  it('does not open a second time what is configured', async () => {
    const { llms, opened, configured } = build([aRecord('v1', 'active', 'configured')], {});
    expect(await versions(llms)).toEqual(['configured']);
    await llms.close();
    expect(opened).toEqual([]);
    expect(configured.isClosed).toBe(false);
  });
});
