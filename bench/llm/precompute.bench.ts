import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { CatalogueCache, FolderPictureStore, importFixtures } from '@keyart/catalog';
import { createLogger, projectRoot, SystemClock } from '@keyart/common';
import type { Formulation } from '@keyart/contracts';
import { BuildProfile, ScoreMember } from '@keyart/decisions';
import { ArtworkRanker, CHATML_TEMPLATE, type EmbeddedLabelScorer } from '@keyart/llm';
import { repositoriesOf } from '../../test/factories/serving-world.factory';
import { openBenchDatabase } from '../service/bench-database';
import { bareRate } from './bare-rate';
import { modelPathOf, openEmbeddedScorer } from './open-embedded-scorer';

const AIMS: Readonly<Record<Formulation, number>> = { choice: 0.85, pointwise: 0.6 };
const HISTORY_TOKENS: Readonly<Record<Formulation, number>> = { choice: 800, pointwise: 150 };
const MEMBERS = ['ana', 'boris'];

type Repositories = ReturnType<typeof repositoriesOf>;

/** Precomputing the fixture viewers' pages by the embedded model, database and all, against bare evaluation of tokens. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { model: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const scorer = await openEmbeddedScorer(modelPathOf(values.model), true);
  const { database, close } = await openBenchDatabase();
  try {
    const repositories = repositoriesOf(database);
    const catalogue = await loadFixtures(repositories);
    const bareTokensPerSecond = await bareRate(scorer);
    const rates: Record<string, { tokensPerSecond: number; ratio: number; sets: number }> = {};
    for (const formulation of ['choice', 'pointwise'] as const) {
      const measured = await precompute({ repositories, catalogue, scorer }, formulation);
      rates[formulation] = { ...measured, ratio: measured.tokensPerSecond / bareTokensPerSecond };
    }
    if (values.json) console.log(JSON.stringify({ bareTokensPerSecond, ...rates }));
    else print(bareTokensPerSecond, rates);
  } finally {
    await scorer.close();
    await close();
  }
}

function print(
  bare: number,
  rates: Record<string, { tokensPerSecond: number; ratio: number; sets: number }>,
): void {
  console.log(`bare evaluation ${Math.round(bare)} tokens/s`);
  for (const [formulation, { tokensPerSecond, ratio, sets }] of Object.entries(rates))
    console.log(
      `${formulation.padEnd(9)} ${Math.round(tokensPerSecond)} tokens/s over ${sets} candidate sets: ratio ${ratio.toFixed(2)} (aim ${AIMS[formulation as Formulation]})`,
    );
}

async function loadFixtures(repositories: Repositories): Promise<CatalogueCache> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'keyart-bench-pictures-'));
  const directory = path.join(projectRoot(), 'artwork-fixtures');
  await importFixtures({ directory, repositories, store: new FolderPictureStore(folder) });
  rmSync(folder, { recursive: true });
  const build = new BuildProfile(repositories.members);
  for (const memberId of MEMBERS) await build.run(memberId);
  const catalogue = new CatalogueCache({ ...repositories, logger: createLogger('bench', 'silent') });
  await catalogue.refresh();
  return catalogue;
}

interface PrecomputeParts {
  readonly repositories: Repositories;
  readonly catalogue: CatalogueCache;
  readonly scorer: EmbeddedLabelScorer;
}

async function precompute(
  { repositories, catalogue, scorer }: PrecomputeParts,
  formulation: Formulation,
): Promise<{ tokensPerSecond: number; sets: number }> {
  const model = { formulation, historyTokens: HISTORY_TOKENS[formulation] };
  const score = new ScoreMember({
    ...repositories,
    ...{ catalogue, formulation, locales: ['en'], aspects: ['16:9'], clock: new SystemClock() },
    ranker: new ArtworkRanker({ scorer, model, template: CHATML_TEMPLATE }),
  });
  const before = scorer.usage.evaluatedTokens;
  const startedMs = performance.now();
  let sets = 0;
  for (const memberId of MEMBERS) sets += (await score.run({ memberId })).scoredCount;
  const seconds = (performance.now() - startedMs) / 1000;
  return { tokensPerSecond: (scorer.usage.evaluatedTokens - before) / seconds, sets };
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
