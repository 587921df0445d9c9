import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { TemporaryFolder } from '@keyart/common';
import { STUDENT_INPUT_VERSION } from '@keyart/features';
import {
  buildWorld,
  DEFAULT_KNOBS,
  DEFAULT_SETTINGS,
  generateSource,
  trainingPairs,
  WorldTable,
} from '@keyart/simulation';
import { scoreByStudent } from '../../../apps/evaluator/src/world/student/score-by-student';
import { writeStudentRows } from '../../../apps/evaluator/src/world/student/write-student-rows';
import { writeStudentCard } from '../../../libs/decisions/src/student/student-card.factory';
import { writeTinyOnnx } from '../../../libs/vision/src/test-models/tiny-onnx.factory';

const WIDTH = 8;
const WORLD = buildWorld(generateSource('spec'), {
  ...DEFAULT_SETTINGS,
  ...{ seed: 'spec', titleCount: 80, knobs: DEFAULT_KNOBS },
});
const TABLE = new WorldTable(
  WORLD,
  new Map(
    WORLD.titles
      .flatMap(({ artworks }) => artworks)
      .map(({ artworkId }, at) => [artworkId, new Float32Array(WIDTH).fill(at / 100)]),
  ),
);
const PAIRS = trainingPairs(WORLD, { count: 60, seed: 'spec' });
/** Prefers pictures that name somebody the viewer knows. */
const GRAPH = {
  nodes: [{ operator: 'Identity', inputs: ['faces'], outputs: ['scores'] }],
  inputs: { taste: [1, 24], title: [1, 24], pictures: ['K', 'P'], faces: ['K'] },
  outputs: { scores: ['K'] },
} as const;

describe('a student in the world', () => {
  let folder: TemporaryFolder;
  beforeAll(async () => {
    folder = await TemporaryFolder.make('student');
  });
  afterAll(() => folder.remove());

  it('scores every picture of every pair, and is timed', async () => {
    const { scored, decisionsPerSecond } = await scoreByStudent(TABLE, {
      file: writeStudentCard(writeTinyOnnx(GRAPH), WIDTH),
      captionModel: 'words/1',
      pairs: PAIRS,
    });
    expect(scored.count).toBe(PAIRS.length);
    expect(decisionsPerSecond).toBeGreaterThan(0);
    for (const { viewer, title } of PAIRS) {
      const { people } = WORLD.viewers[viewer].taste;
      const knows = WORLD.titles[title].artworks.map(({ caption }) =>
        Number(people.some((name) => caption.includes(name))),
      );
      expect([...(scored.get(viewer, title) ?? [])]).toEqual(knows);
    }
  });

  it('refuses a file that the service would refuse, by name', async () => {
    const missing = path.join(folder.path, 'none.onnx');
    const run = { file: missing, captionModel: 'words/1', pairs: PAIRS };
    await expect(scoreByStudent(TABLE, run)).rejects.toThrow('none.onnx');
  });

  it('is taught with numbers that lie where the manifest says', async () => {
    const teacher = {
      name: 'teacher',
      scores: (_: number, title: number) => WORLD.titles[title].artworks.map((_, k) => k),
    };
    const manifest = await writeStudentRows(folder.path, {
      table: TABLE,
      teacher,
      pairs: PAIRS,
      captionModel: 'none',
      taughtBy: { name: 'teacher', templateVersion: 'chatml/pointwise@0' },
    });
    const read = async (name: string): Promise<Buffer> => readFile(path.join(folder.path, name));
    expect(manifest).toMatchObject({ schema: 'student-rows/2', inputVersion: STUDENT_INPUT_VERSION });
    expect(manifest.captionMean).toHaveLength(WIDTH);
    const { pairCount, rowCount, facetCount, pictureWidth } = manifest;
    const sizes = await Promise.all(['counts.i32', 'tastes.f32', 'pictures.f32', 'scores.f32'].map(read));
    expect(sizes.map(({ length }) => length / 4)).toEqual([
      pairCount,
      pairCount * facetCount,
      rowCount * pictureWidth,
      rowCount,
    ]);
    const scores = sizes[3];
    expect([0, 1].map((i) => scores.readFloatLE(4 * i))).toEqual([0, 1]);
  });
});
