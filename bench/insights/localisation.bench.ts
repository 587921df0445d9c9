import { performance } from 'node:perf_hooks';
import { localisationPlan, type PlanQuestion } from '@keyart/audience';
import { createRandom } from '@keyart/common';
import { loadLocalisationData, type LocalisationData } from '@keyart/insights';

const RUNS = 30;
const BUDGETS = [null, 10_000, 50_000, 200_000] as const;

/** A title for all markets, chances skewed as those of top lists are. */
function questionOf(data: LocalisationData, seed: string): PlanQuestion {
  const random = createRandom(seed);
  const forecast = [...data.markets.keys()].map((country, index) => {
    const probability = random.next() ** 3;
    const [low, high] = [probability / 2, Math.min(1, 1.5 * probability)];
    return { ...{ country, probability, low, high }, rank: index + 1, observed: null };
  });
  const title = { titleId: 't', name: 'T', originalLanguage: 'en', artworkLocales: ['en'] };
  return { ...data, title, forecast, existing: [] };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

async function main(): Promise<void> {
  const started = performance.now();
  const data = await loadLocalisationData();
  const rows = [
    {
      what: 'reading and checking the data',
      medianMs: performance.now() - started,
      netValue: null as number | null,
    },
  ];
  for (const budget of BUDGETS) {
    const plans: { ms: number; netValue: number }[] = [];
    for (let run = 0; run < RUNS; run++) {
      const question = { ...questionOf(data, `bench/${run}`), budget };
      const before = performance.now();
      const { total } = await localisationPlan(question);
      plans.push({ ms: performance.now() - before, netValue: total.netValue });
    }
    rows.push({
      what: budget === null ? 'a plan without budget' : `a plan for ${budget} US dollars`,
      medianMs: median(plans.map(({ ms }) => ms)),
      netValue: median(plans.map(({ netValue }) => netValue)),
    });
  }
  if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(rows)}\n`);
  else console.table(rows);
}

void main();
