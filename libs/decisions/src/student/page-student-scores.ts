import { isEligible, type StudentScores } from '@keyart/ranking';
import type { DecidableTitle } from '../serving/title-candidates';
import type { TasteProfile } from '@keyart/features';
import type { StudentFailure, StudentTier } from './student-tier';

/** Titles that the student is asked about. */
export interface PageStudentQuestion {
  readonly student: Pick<StudentTier, 'scoresOf'>;
  readonly taste: TasteProfile;
  readonly titles: readonly DecidableTitle[];
}

/** By title, the student's scores of the eligible candidates, or why there are none. */
export type PageStudentScores = ReadonlyMap<string, StudentScores | StudentFailure>;

/** Asks the student about each of the titles. */
export async function pageStudentScores({
  student,
  taste,
  titles,
}: PageStudentQuestion): Promise<PageStudentScores> {
  const answers = titles.map(async ({ place, title: { genres }, candidates }) => {
    const artworks = candidates.filter(isEligible).map(({ descriptor }) => descriptor);
    return [place.titleId, await student.scoresOf({ taste, genres, artworks })] as const;
  });
  return new Map(await Promise.all(answers));
}
