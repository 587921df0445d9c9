import { Student } from '@keyart/decisions';
import { ScoredPairs, worldStudentInput, type WorldPair, type WorldTable } from '@keyart/simulation';

/** Scores, and what they cost. */
export interface StudentScores {
  readonly scored: ScoredPairs;
  /** One after another, inputs made on the way. */
  readonly decisionsPerSecond: number;
}

/** A student's file, and what it is asked about. */
export interface StudentRun {
  readonly file: string;
  /** What embedded the world's captions. */
  readonly captionModel: string;
  readonly pairs: readonly WorldPair[];
}

/**
 * Runs a student on pairs as the service runs it: the same card, the same inputs.
 * @throws StudentError naming the file where the service would refuse it, too
 */
export async function scoreByStudent(
  table: WorldTable,
  { file, captionModel, pairs }: StudentRun,
): Promise<StudentScores> {
  const student = await Student.open({ file, captionModel });
  try {
    const scored = new ScoredPairs();
    const pictures = table.picturesAbove(student.card.captionMean);
    const start = process.hrtime.bigint();
    for (const { viewer, title } of pairs) {
      const scores = await student.score(worldStudentInput(table, [viewer, title], pictures));
      scored.set(viewer, title, Float64Array.from(scores));
    }
    const seconds = Number(process.hrtime.bigint() - start) / 1e9;
    return { scored, decisionsPerSecond: pairs.length / seconds };
  } finally {
    await student.close();
  }
}
