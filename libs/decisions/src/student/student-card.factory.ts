import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { STUDENT_INPUT_VERSION } from '@keyart/features';
import type { StudentCard } from './student-card';

/** For tests: writes a card beside an ONNX file that fits it but for the changes, over captions of `D` zeros; returns the file. */
export function writeStudentCard(
  file: string,
  dimensionCount: number,
  changes: Partial<StudentCard> = {},
): string {
  const card: StudentCard = {
    schema: 'student-card/1',
    name: 'tiny',
    sha256: createHash('sha256').update(readFileSync(file)).digest('hex'),
    inputVersion: STUDENT_INPUT_VERSION,
    captionModel: 'words/1',
    captionMean: new Array<number>(dimensionCount).fill(0),
    teacher: { name: 'teacher', templateVersion: 'chatml/pointwise@0' },
    temperature: 1,
    figures: {},
    ...changes,
  };
  writeFileSync(file.replace(/onnx$/, 'json'), JSON.stringify(card));
  return file;
}
