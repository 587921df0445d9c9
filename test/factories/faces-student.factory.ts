import { rmSync } from 'node:fs';
import path from 'node:path';
import { Student } from '@keyart/decisions';
import type { TextEmbedder } from '@keyart/vision';
import { writeStudentCard } from '../../libs/decisions/src/student/student-card.factory';
import { writeTinyOnnx } from '../../libs/vision/src/test-models/tiny-onnx.factory';

/** Prefers pictures whose caption names somebody the viewer knows. */
const GRAPH = {
  nodes: [{ operator: 'Identity', inputs: ['faces'], outputs: ['scores'] }],
  inputs: { taste: [1, 24], title: [1, 24], pictures: ['K', 'P'], faces: ['K'] },
  outputs: { scores: ['K'] },
};

/** A student that looks at known faces alone, over the embedder's captions; its file is gone when this resolves. */
export async function aFacesStudent({
  model: captionModel,
  dimensionCount,
}: Pick<TextEmbedder, 'model' | 'dimensionCount'>): Promise<Student> {
  const file = writeStudentCard(writeTinyOnnx(GRAPH), dimensionCount, { captionModel });
  const student = await Student.open({ file, captionModel });
  rmSync(path.dirname(file), { recursive: true });
  return student;
}
