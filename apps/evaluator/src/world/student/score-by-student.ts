import { FACETS } from '@keyart/features';
import {
  ScoredPairs,
  studentInput,
  type StudentInput,
  type WorldPair,
  type WorldTable,
} from '@keyart/simulation';
import { OnnxRuntime } from '@keyart/vision';
import { Tensor } from 'onnxruntime-node';

/** Scores, and what they cost. */
export interface StudentScores {
  readonly scored: ScoredPairs;
  /** One after another, inputs made on the way. */
  readonly decisionsPerSecond: number;
}

function feedsOf({ taste, title, pictures, faces }: StudentInput): Record<string, Tensor> {
  const count = faces.length;
  return {
    taste: new Tensor('float32', taste, [1, FACETS.length]),
    title: new Tensor('float32', title, [1, FACETS.length]),
    pictures: new Tensor('float32', pictures, [count, pictures.length / count]),
    faces: new Tensor('float32', faces, [count]),
  };
}

/**
 * Runs the student, an ONNX graph made by `training/distil.py`, on pairs.
 * @throws VisionModelError naming the file: it is not there, no graph, or a graph of other inputs
 */
export async function scoreByStudent(
  file: string,
  table: WorldTable,
  pairs: readonly WorldPair[],
): Promise<StudentScores> {
  const runtime = new OnnxRuntime({ intraOpThreadCount: 1 });
  try {
    const session = await runtime.open({ name: 'student', path: file });
    const scored = new ScoredPairs();
    const start = process.hrtime.bigint();
    for (const { viewer, title } of pairs) {
      const { scores } = await session.run(() => feedsOf(studentInput(table, viewer, title)));
      scored.set(viewer, title, Float64Array.from(scores.data as Float32Array));
    }
    const seconds = Number(process.hrtime.bigint() - start) / 1e9;
    return { scored, decisionsPerSecond: pairs.length / seconds };
  } finally {
    await runtime.close();
  }
}
