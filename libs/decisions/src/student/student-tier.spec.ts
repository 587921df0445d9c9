import { createLogger } from '@keyart/common';
import {
  NEW_VIEWER_TASTE,
  STUDENT_INPUT_VERSION,
  type ArtworkDescriptor,
  type StudentInput,
} from '@keyart/features';
import type { StudentCard } from './student-card';
import { StudentTier } from './student-tier';

const artworkOf = (artworkId: string, caption: string): ArtworkDescriptor => ({
  ...{ artworkId, caption, titleId: 't', facets: {}, captionVersion: '1' },
  ...{ isEditorialDefault: false, look: null },
});
const RIDER = artworkOf('rider', 'a rider');
const LAMP = artworkOf('lamp', 'a lamp');

class FakeStudent {
  readonly card: StudentCard = {
    ...{ schema: 'student-card/1' as const, name: 'fake', sha256: '0', captionModel: 'words/1' },
    captionMean: [0.5, 0],
    ...{ inputVersion: STUDENT_INPUT_VERSION, temperature: 1, figures: {} },
    teacher: { name: 'teacher', templateVersion: 'x' },
  };
  readonly calibration = { version: 'student/fake', temperature: 1 };
  readonly inputs: StudentInput[] = [];
  isBroken = false;

  /** The first number of each picture. */
  score(input: StudentInput): Promise<Float32Array> {
    if (this.isBroken) return Promise.reject(new Error('out of memory'));
    this.inputs.push(input);
    const width = input.pictures.length / input.faces.length;
    return Promise.resolve(input.faces.map((_, k) => input.pictures[k * width]));
  }
}

function build(vectors: Readonly<Record<string, number[]>>) {
  const student = new FakeStudent();
  const asked: string[] = [];
  const of = (caption: string): Float32Array | null => {
    asked.push(caption);
    return vectors[caption] ? Float32Array.from(vectors[caption]) : null;
  };
  const logger = createLogger('test', 'silent');
  const tier = new StudentTier({ student, vectors: { of }, logger });
  return { tier, student, asked };
}

const questionOf = (...artworks: ArtworkDescriptor[]) => ({ taste: NEW_VIEWER_TASTE, genres: [], artworks });

describe('StudentTier', () => {
  it('scores captions above the mean the student learnt from, each laid out once', async () => {
    const { tier, asked } = build({ 'a rider': [1, 0], 'a lamp': [0.25, 0] });
    const scores = { modelVersion: 'student/fake', artworkIds: ['rider', 'lamp'], values: [0.5, -0.25] };
    expect(await tier.scoresOf(questionOf(RIDER, LAMP))).toEqual(scores);
    expect(await tier.scoresOf(questionOf(RIDER, LAMP))).toEqual(scores);
    expect(asked).toEqual(['a rider', 'a lamp']);
  });

  it('scores no title in part, and takes embeddings up as they come', async () => {
    const vectors: Record<string, number[]> = { 'a rider': [1, 0] };
    const { tier, student } = build(vectors);
    expect(await tier.scoresOf(questionOf(RIDER, LAMP))).toBe('caption-not-embedded');
    expect(student.inputs).toEqual([]);
    vectors['a lamp'] = [0, 1];
    expect(await tier.scoresOf(questionOf(RIDER, LAMP))).toMatchObject({ values: [0.5, -0.5] });
  });

  it('says that the graph failed', async () => {
    const { tier, student } = build({ 'a rider': [1, 0] });
    student.isBroken = true;
    expect(await tier.scoresOf(questionOf(RIDER))).toBe('student-failed');
  });
});
