import { readFile, writeFile } from 'node:fs/promises';
import { InputError, messageOf } from '@keyart/common';
import type { Command } from 'commander';
import { renderResults } from '../world/results/render-results';
import type { InsightRun } from '../world/insights/run-insights';
import type { AblationRun } from '../world/run-ablations';
import type { NullRun } from '../world/run-null';
import type { WorldRun } from '../world/run-world';
import { modelSourceOf } from '../world/scored-models';
import { gathered } from './model-options';

interface ResultsFlags {
  readonly run: readonly string[];
  readonly null?: string;
  readonly ablation?: string;
  readonly insights?: string;
  readonly notes?: string;
  readonly llm: string;
  readonly student?: string;
  readonly out: string;
}

async function readKept<T extends { readonly schema: string }>(
  file: string,
  schema: T['schema'],
): Promise<T> {
  let kept: T;
  try {
    kept = JSON.parse(await readFile(file, 'utf8')) as T;
  } catch (error) {
    throw new InputError('BAD_RUN', `${file}: ${messageOf(error)}`, { cause: error });
  }
  if (kept.schema === schema) return kept;
  throw new InputError('BAD_RUN', `${file}: schema is ${String(kept.schema)}, not ${schema}`);
}

/** The notes lie in a folder beside the page. */
function linksFromAbove(markdown: string): string {
  return markdown.replaceAll('](../', '](');
}

async function runResults(flags: ResultsFlags): Promise<void> {
  const { run, null: nullFile, ablation, insights, notes, llm, student, out } = flags;
  const sources = run.map((given) => modelSourceOf('--run', given));
  if (sources.length === 0) throw new InputError('BAD_OPTION', '--run: at least one must be given');
  const runs = await Promise.all(
    sources.map(async ({ name, file }) => ({
      heading: name,
      run: await readKept<WorldRun>(file, 'world-run/1'),
    })),
  );
  const page = renderResults({
    runs,
    names: {
      model: llm,
      hybrid: `hybrid (${llm})`,
      student: student === undefined ? undefined : `hybrid (${student})`,
    },
    nullRun: nullFile === undefined ? null : await readKept<NullRun>(nullFile, 'world-null/1'),
    ablation: ablation === undefined ? null : await readKept<AblationRun>(ablation, 'world-ablation/1'),
    insights: insights === undefined ? null : await readKept<InsightRun>(insights, 'world-insights/1'),
    notes: notes === undefined ? '' : linksFromAbove(await readFile(notes, 'utf8')),
  });
  await writeFile(out, page);
  process.stdout.write(`${out}: ${runs.length} runs\n`);
}

/** `keyart world results`. */
export function addWorldResultsCommand(world: Command): void {
  world
    .command('results')
    .description('the result page, from runs kept as JSON')
    .option(
      '--run <heading=file>',
      'run.json of world run; the first is judged; may be given again',
      gathered,
      [],
    )
    .option('--null <file>', 'null.json of world null')
    .option('--ablation <file>', 'ablation.json of world ablate')
    .option('--insights <file>', 'insights.json of world insights')
    .option('--notes <file>', 'Markdown put at the end, from a folder beside the page')
    .option('--llm <name>', 'the language model in the runs', 'LLM')
    .option('--student <name>', 'its student in the runs')
    .requiredOption('--out <file>', 'the page, Markdown')
    .action(runResults);
}
