import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createRandom, projectVersion } from '@keyart/common';
import { templateVersionOf, type PromptSettings } from '@keyart/llm';
import type { World } from '@keyart/simulation';
import { drawStageRow, STAGE_FORMULATIONS, type Stage } from '@keyart/training-export';
import { stageParts, type StageSplit } from './stage-parts';

/** What rows to draw, and where to. */
export interface StageRowsOptions {
  readonly stage: Stage;
  readonly settings: PromptSettings;
  /** By split. */
  readonly rowCounts: Readonly<Record<StageSplit, number>>;
  readonly seed: string;
  readonly out: string;
}

/** What was written. */
export interface StageManifest {
  readonly schema: 'training-rows/1';
  readonly recipe: 'label-softmax';
  readonly formulation: (typeof STAGE_FORMULATIONS)[Stage];
  readonly stage: Stage;
  readonly template: { readonly name: string; readonly version: string };
  readonly counts: Readonly<Record<StageSplit, { readonly rowCount: number }>>;
  /** SHA-256 of the row files one after another, hex. */
  readonly dataFingerprint: string;
  readonly seed: string;
  readonly softwareVersion: string;
}

/** Draws and writes the rows of a stage; equal worlds, settings and seeds give equal files. */
export async function writeStageRows(world: World, options: StageRowsOptions): Promise<StageManifest> {
  const { stage, settings, rowCounts, seed, out } = options;
  await mkdir(out, { recursive: true });
  const fingerprint = createHash('sha256');
  for (const [split, count] of Object.entries(rowCounts) as [StageSplit, number][]) {
    const parts = stageParts(world, split, settings);
    const random = createRandom(`${seed}/${stage}/${split}`);
    const forTraining = split === 'train';
    const rows = Array.from({ length: count }, (_, i) =>
      JSON.stringify(drawStageRow(parts, stage, { id: `${stage}-${split}-${i + 1}`, random, forTraining })),
    );
    const text = rows.map((row) => `${row}\n`).join('');
    fingerprint.update(text);
    await writeFile(path.join(out, `${split}.jsonl`), text);
  }
  const { train, validation, test } = rowCounts;
  const manifest: StageManifest = {
    ...{ schema: 'training-rows/1', recipe: 'label-softmax', stage },
    formulation: STAGE_FORMULATIONS[stage],
    template: { name: settings.template.name, version: templateVersionOf(settings) },
    counts: { train: { rowCount: train }, validation: { rowCount: validation }, test: { rowCount: test } },
    dataFingerprint: fingerprint.digest('hex'),
    ...{ seed, softwareVersion: projectVersion() },
  };
  await writeFile(path.join(out, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}
