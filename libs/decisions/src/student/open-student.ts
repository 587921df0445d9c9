import path from 'node:path';
import type { Configuration } from '@keyart/common';
import { textModelVersion } from '@keyart/vision';
import { Student } from './student';

/**
 * The student of `STUDENT_MODEL`; null: none is configured.
 * @throws StudentError where it cannot be served; a start is refused then, for a tier that is missing would go unnoticed
 */
export async function openStudent({
  STUDENT_MODEL,
}: Pick<Configuration, 'STUDENT_MODEL'>): Promise<Student | null> {
  if (STUDENT_MODEL === undefined) return null;
  const captionModel = (await textModelVersion()) ?? 'none';
  return Student.open({ file: path.resolve(STUDENT_MODEL), captionModel });
}
