import { parseArgs } from 'node:util';
import { bareRate } from './bare-rate';
import { CHOICE_PAGE, POINTWISE_PAGE, renderPage } from './bench-prompts';
import { modelPathOf, openEmbeddedScorer } from './open-embedded-scorer';
import { contestPage, type PageContest } from './page-contest';

const TARGET_FRACTION = 0.35;
const SAME_PROBABILITY = 1e-3;
const OPTIONS = {
  model: { type: 'string' },
  titles: { type: 'string', default: '20' },
  json: { type: 'boolean', default: false },
} as const;

function passes({ timeFraction, largestDifference }: PageContest): boolean {
  return timeFraction <= TARGET_FRACTION && largestDifference <= SAME_PROBABILITY;
}

function row(name: string, contest: PageContest): Record<string, string | number> {
  const { warm, cold, promptCount } = contest;
  const rate = (cost: typeof warm): number => Math.round((cost.evaluatedTokens / cost.elapsedMs) * 1000);
  return {
    formulation: name,
    prompts: promptCount,
    'tokens/prompt': Math.round(cold.promptTokens / promptCount),
    'warm ms': Math.round(warm.elapsedMs),
    'cold ms': Math.round(cold.elapsedMs),
    'time fraction': contest.timeFraction.toFixed(3),
    'token fraction': contest.tokenFraction.toFixed(3),
    'warm tokens/s': rate(warm),
    'cold tokens/s': rate(cold),
    'largest difference': contest.largestDifference.toExponential(1),
    'label mass min': contest.labelMassMin.toFixed(3),
    'child MiB': Math.round(warm.rssBytes / 2 ** 20),
    passes: String(passes(contest)),
  };
}

/** Prefix reuse of the embedded LLM over one viewer's page against as many cold prompts. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: OPTIONS });
  const modelPath = modelPathOf(values.model);
  const warm = await openEmbeddedScorer(modelPath, true);
  const cold = await openEmbeddedScorer(modelPath, false);
  try {
    await contestPage({ warm, cold }, renderPage({ ...CHOICE_PAGE, titleCount: 1 }));
    const titleCount = Number(values.titles);
    const bareTokensPerSecond = await bareRate(cold);
    const choice = await contestPage({ warm, cold }, renderPage({ ...CHOICE_PAGE, titleCount }));
    const pointwise = await contestPage({ warm, cold }, renderPage({ ...POINTWISE_PAGE, titleCount }));
    if (values.json) console.log(JSON.stringify({ bareTokensPerSecond, choice, pointwise }));
    else {
      console.table([row('choice', choice), row('pointwise', pointwise)]);
      console.log(
        `bare prefill ${Math.round(bareTokensPerSecond)} tokens/s; target: time fraction ≤ ${TARGET_FRACTION}`,
      );
    }
    process.exitCode = passes(choice) && passes(pointwise) ? 0 : 1;
  } finally {
    await Promise.all([warm.close(), cold.close()]);
  }
}

void main();
