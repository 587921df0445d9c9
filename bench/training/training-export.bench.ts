import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Analysis } from '@keyart/decision-log';
import type { Formulation } from '@keyart/contracts';
import { templateByName } from '@keyart/llm';
import { RECIPES, type ExportManifest, type Recipe } from '@keyart/training-export';
import { exportTraining } from '../../apps/evaluator/src/training/export-training';
import { TrainingFolder, trainingWorld } from '../../test/factories/training-world.factory';

const AIM_SECONDS = 60;
const [KIB_PER_MIB, BYTES_PER_MIB] = [1024, 1024 ** 2];
const ROWS_PER_MEMBER = 20;
const OPTIONS = {
  rows: { type: 'string', default: '110000' },
  titles: { type: 'string', default: '500' },
  films: { type: 'string', default: '60' },
  json: { type: 'boolean', default: false },
} as const;

interface Figure {
  readonly recipe: Recipe;
  readonly formulation: Formulation;
  readonly seconds: number;
  readonly rowCount: number;
  readonly mib: number;
  readonly peakRssMib: number;
}

/** 110,000 decisions of 5,500 members with 60 films each on 500 titles of 2 to 7 pictures: every recipe, one after the other. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: OPTIONS });
  const rowCount = Number(values.rows);
  const folder = new TrainingFolder();
  try {
    const log = await writtenLog(folder, {
      ...{ rowCount, memberCount: rowCount / ROWS_PER_MEMBER },
      ...{ titleCount: Number(values.titles), filmsPerViewer: Number(values.films) },
    });
    const figures: Figure[] = [];
    for (const recipe of RECIPES)
      for (const formulation of ['pointwise', 'choice'] as const) {
        if (recipe === 's-dpo' && formulation === 'pointwise') continue;
        const figure = await measured(folder, log, { recipe, formulation });
        figures.push(figure);
        if (!values.json) console.log(described(rowCount, figure));
      }
    if (values.json) console.log(JSON.stringify(figures));
  } finally {
    folder.remove();
  }
}

async function writtenLog(
  folder: TrainingFolder,
  size: Parameters<typeof trainingWorld>[0],
): Promise<string> {
  const lines = folder.write(trainingWorld(size));
  const log = folder.file('log.parquet');
  const analysis = await Analysis.open();
  try {
    await analysis.run(
      `COPY (SELECT * FROM read_json('${lines}', format = 'newline_delimited')) TO '${log}' (FORMAT parquet)`,
    );
  } finally {
    await analysis.close();
  }
  return log;
}

async function measured(
  folder: TrainingFolder,
  file: string,
  { recipe, formulation }: { recipe: Recipe; formulation: Formulation },
): Promise<Figure> {
  const out = folder.file('rows');
  const startedMs = performance.now();
  const analysis = await Analysis.open();
  try {
    await exportTraining(analysis, {
      ...{
        file,
        context: folder.context,
        out,
        validationShare: 0.1,
        cut: { kind: 'time-share', share: 0.1 },
      },
      settings: {
        ...{ recipe, prompt: { template: templateByName('chatml'), formulation, historyTokens: 150 } },
        ...{ maxWeight: 10, seed: '1', neverShownWeight: 0.25, hasNegatives: true, similarity: 0.5 },
        maxTokens: 2048,
      },
      ...{ version: 'bench', command: 'bench', now: new Date() },
    });
  } finally {
    await analysis.close();
  }
  const seconds = (performance.now() - startedMs) / 1000;
  const { counts } = JSON.parse(readFileSync(path.join(out, 'manifest.json'), 'utf8')) as ExportManifest;
  const sizes = ['train.jsonl', 'validation.jsonl'].map((name) => statSync(path.join(out, name)).size);
  return {
    ...{ recipe, formulation, seconds, rowCount: counts.train.rowCount + counts.validation.rowCount },
    mib: (sizes[0] + sizes[1]) / BYTES_PER_MIB,
    peakRssMib: process.resourceUsage().maxRSS / KIB_PER_MIB,
  };
}

function described(rowCount: number, { recipe, formulation, seconds, ...figure }: Figure): string {
  return (
    `${recipe.padEnd(13)} ${formulation.padEnd(9)} ${rowCount} decisions in ${seconds.toFixed(1)} s (aim ${AIM_SECONDS}): ` +
    `${figure.rowCount} rows, ${figure.mib.toFixed(0)} MiB, peak ${figure.peakRssMib.toFixed(0)} MiB`
  );
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
