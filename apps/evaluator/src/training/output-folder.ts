import { constants } from 'node:fs';
import { access, mkdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { messageOf } from '@keyart/common';
import { TRAINING_ROWS_SCHEMA, TrainingExportError } from '@keyart/training-export';

/** What an export writes, in the order in which the files are put in place: the manifest last. */
export const OUTPUT_FILES = ['train.jsonl', 'validation.jsonl', 'manifest.json'] as const;

/** One of the files. */
export type OutputFile = (typeof OUTPUT_FILES)[number];

/** A folder that gets all files of an export or none. */
export class OutputFolder {
  private constructor(readonly path: string) {}

  /**
   * Before any work: makes the folder, and refuses one where something would be lost.
   * @param inputs files and folders that are read
   * @throws TrainingExportError `BAD_OUTPUT_FOLDER`
   */
  static async open(folder: string, inputs: readonly string[]): Promise<OutputFolder> {
    const bad = (problem: string, cause?: unknown): TrainingExportError =>
      new TrainingExportError('BAD_OUTPUT_FOLDER', `--out ${folder}: ${problem}`, { cause });
    try {
      await mkdir(folder, { recursive: true });
      await access(folder, constants.W_OK | constants.X_OK);
    } catch (cause) {
      throw bad(`cannot be written to (${messageOf(cause)})`, cause);
    }
    const places = new Set(await Promise.all(OUTPUT_FILES.map((name) => placeOf(path.join(folder, name)))));
    places.add(await placeOf(folder));
    for (const input of inputs)
      if (places.has(await placeOf(input))) throw bad(`would write over ${input}, which is read`);
    const foreign = await foreignManifest(path.join(folder, 'manifest.json'));
    if (foreign !== null) throw bad(`holds a manifest.json of something else (${foreign})`);
    return new OutputFolder(folder);
  }

  /** Where a file is written before it is complete. */
  unfinished(name: OutputFile | `${OutputFile}.draft`): string {
    return path.join(this.path, `${name}.unfinished`);
  }

  /** Puts complete files in place; the old manifest goes first, so that rows and manifest never belong to different exports. */
  async finish(): Promise<void> {
    await rm(path.join(this.path, 'manifest.json'), { force: true });
    for (const name of OUTPUT_FILES) await rename(this.unfinished(name), path.join(this.path, name));
  }

  /** Removes what is not complete. */
  async clean(): Promise<void> {
    for (const name of OUTPUT_FILES)
      for (const one of [name, `${name}.draft`] as const) await rm(this.unfinished(one), { force: true });
  }
}

async function placeOf(file: string): Promise<string> {
  return realpath(file).catch(() => path.resolve(file));
}

/** What a manifest is of that is not ours; null: there is none, or it is of an export. */
async function foreignManifest(file: string): Promise<string | null> {
  if (!(await stat(file).catch(() => null))) return null;
  try {
    const { schema } = JSON.parse(await readFile(file, 'utf8')) as { schema?: unknown };
    return schema === TRAINING_ROWS_SCHEMA ? null : `schema ${JSON.stringify(schema) ?? 'unknown'}`;
  } catch {
    return 'no JSON';
  }
}
