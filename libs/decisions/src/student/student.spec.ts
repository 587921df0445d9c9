import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { NEW_VIEWER_TASTE, STUDENT_LOOK_COUNT, studentInput } from '@keyart/features';
import { writeTinyOnnx } from '../../../vision/src/test-models/tiny-onnx.factory';
import { Student } from './student';
import { writeStudentCard } from './student-card.factory';

const D = 3;
const INPUTS = { taste: [1, 24], title: [1, 24], pictures: ['K', D + STUDENT_LOOK_COUNT], faces: ['K'] };
/** Prefers pictures that name somebody the viewer knows. */
const GRAPH = {
  nodes: [{ operator: 'Identity', inputs: ['faces'], outputs: ['scores'] }],
  inputs: INPUTS,
  outputs: { scores: ['K'] },
};
const folders: string[] = [];

function graphFile(graph: Parameters<typeof writeTinyOnnx>[0] = GRAPH): string {
  const file = writeTinyOnnx(graph);
  folders.push(path.dirname(file));
  return file;
}

const open = (file: string) => Student.open({ file, captionModel: 'words/1' });

describe('Student', () => {
  afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

  it('scores pictures, and is named by its content', async () => {
    const student = await open(writeStudentCard(graphFile(), D, { temperature: 2 }));
    const input = studentInput({
      taste: { ...NEW_VIEWER_TASTE, people: ['Ida Lind'] },
      genres: ['Drama'],
      captions: ['Ida Lind at a window', 'a lamp'],
      pictures: [new Float64Array(D + STUDENT_LOOK_COUNT), new Float64Array(D + STUDENT_LOOK_COUNT)],
    });
    expect([...(await student.score(input))]).toEqual([1, 0]);
    const version = expect.stringMatching(/^student\/tiny@[0-9a-f]{12}$/) as string;
    expect(student.calibration).toEqual({ version, temperature: 2 });
    await student.close();
  });

  it.each([
    ['STUDENT_UNFIT', { inputVersion: 'student-input/old' }, 'inputs of version student-input/old'],
    ['STUDENT_UNFIT', { captionModel: 'words/0' }, 'captions embedded by words/0, this service has words/1'],
    ['STUDENT_UNFIT', { captionMean: [0, 0] }, '12 numbers a picture'],
    ['STUDENT_CORRUPT', { sha256: '0'.repeat(64) }, 'another content'],
    ['STUDENT_BAD_CARD', { captionMean: [] }, 'captionMean'],
    ['STUDENT_BAD_CARD', { temperature: 0 }, 'temperature'],
    ['STUDENT_BAD_CARD', { schema: 'student-card/0' as 'student-card/1' }, 'schema'],
  ])('is refused with %s for %j', async (code, changes, said) => {
    const file = writeStudentCard(graphFile(), D, changes);
    const message = expect.stringContaining(said) as string;
    await expect(open(file)).rejects.toMatchObject({ code, message });
    await expect(open(file)).rejects.toThrow(file);
  });

  it('is refused where its file or its card is missing, or the file is no graph', async () => {
    const bare = graphFile();
    await expect(open(bare)).rejects.toMatchObject({ code: 'STUDENT_BAD_CARD' });
    const gone = writeStudentCard(graphFile(), D);
    rmSync(gone);
    const nowhere = `${gone}/nowhere.onnx`;
    await expect(open(nowhere)).rejects.toMatchObject({ code: 'STUDENT_MISSING' });
    await expect(open(gone)).rejects.toMatchObject({ code: 'STUDENT_MISSING' });
    const garbage = graphFile();
    writeFileSync(garbage, 'no graph');
    await expect(open(writeStudentCard(garbage, D))).rejects.toMatchObject({ code: 'STUDENT_CORRUPT' });
  });

  it.each([
    ['scores that are no numbers', { operator: 'Log', inputs: ['faces'] }, 'no finite number'],
    ['a score for the title', { operator: 'ReduceSum', inputs: ['faces'] }, 'no finite number for each'],
  ])('is refused for %s', async (_, node, said) => {
    const nodes = [{ ...node, outputs: ['scores'] }];
    const file = writeStudentCard(graphFile({ nodes, inputs: INPUTS, outputs: { scores: ['K'] } }), D);
    const message = expect.stringContaining(said) as string;
    await expect(open(file)).rejects.toMatchObject({ code: 'STUDENT_UNFIT', message });
  });

  it('is refused for a graph of other inputs', async () => {
    const graph = { ...GRAPH, inputs: { ...INPUTS, pictures: ['K', 5] } };
    const file = writeStudentCard(graphFile(graph), D);
    await expect(open(file)).rejects.toMatchObject({ code: 'STUDENT_UNFIT' });
  });
});
