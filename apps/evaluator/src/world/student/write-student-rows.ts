import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { StudentTeacher } from '@keyart/decisions';
import { FACETS, STUDENT_INPUT_VERSION } from '@keyart/features';
import { worldStudentInput, type WorldPair, type WorldRanker, type WorldTable } from '@keyart/simulation';

/** What a student is taught with. */
export interface StudentManifest {
  readonly schema: 'student-rows/2';
  /** Of the inputs; a student takes no others. */
  readonly inputVersion: string;
  readonly facetCount: number;
  /** P: numbers a picture. */
  readonly pictureWidth: number;
  readonly pairCount: number;
  /** Pictures of all pairs. */
  readonly rowCount: number;
  /** What embedded the captions. */
  readonly captionModel: string;
  /** Mean embedding of the world's captions, `[D]`: pictures are told as above it. */
  readonly captionMean: readonly number[];
  readonly teacher: StudentTeacher;
}

interface Buffers {
  readonly counts: number[];
  readonly tastes: Float32Array[];
  readonly titles: Float32Array[];
  readonly pictures: Float32Array[];
  readonly faces: Float32Array[];
  readonly scores: Float32Array[];
}

async function writeFloats(file: string, parts: readonly Float32Array[]): Promise<void> {
  await writeFile(
    file,
    Buffer.concat(
      parts.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)),
    ),
  );
}

function gather(table: WorldTable, teacher: WorldRanker, pairs: readonly WorldPair[]): Buffers {
  const all: Buffers = { counts: [], tastes: [], titles: [], pictures: [], faces: [], scores: [] };
  for (const { viewer, title } of pairs) {
    const scores = teacher.scores(viewer, title);
    if (scores === null) continue;
    const {
      taste,
      title: genres,
      pictures,
      faces,
    } = worldStudentInput(table, [viewer, title], table.pictures);
    all.counts.push(scores.length);
    all.tastes.push(taste);
    all.titles.push(genres);
    all.pictures.push(pictures);
    all.faces.push(faces);
    all.scores.push(Float32Array.from(scores));
  }
  return all;
}

/**
 * Writes what `training/distil.py` reads: `manifest.json`, and little-endian numbers, `counts.i32` `[N]`, `tastes.f32` and `titles.f32`
 * `[N × F]`, `pictures.f32` `[Σ K × P]`, `faces.f32` and `scores.f32` `[Σ K]`.
 */
export async function writeStudentRows(
  folder: string,
  {
    table,
    teacher,
    pairs,
    captionModel,
    taughtBy,
  }: {
    readonly table: WorldTable;
    readonly teacher: WorldRanker;
    readonly pairs: readonly WorldPair[];
    readonly captionModel: string;
    /** What the student's card will say of the teacher. */
    readonly taughtBy: StudentTeacher;
  },
): Promise<StudentManifest> {
  const { counts, ...floats } = gather(table, teacher, pairs);
  await mkdir(folder, { recursive: true });
  for (const [name, parts] of Object.entries(floats))
    await writeFloats(path.join(folder, `${name}.f32`), parts);
  await writeFile(path.join(folder, 'counts.i32'), Buffer.from(Int32Array.from(counts).buffer));
  const manifest: StudentManifest = {
    ...{ schema: 'student-rows/2', inputVersion: STUDENT_INPUT_VERSION, teacher: taughtBy },
    captionMean: [...table.captionMean],
    ...{ facetCount: FACETS.length, pictureWidth: table.pictures[0].length },
    ...{ pairCount: counts.length, rowCount: counts.reduce((sum, count) => sum + count, 0), captionModel },
  };
  await writeFile(path.join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}
