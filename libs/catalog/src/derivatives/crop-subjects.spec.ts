import { createLogger, DependencyError } from '@keyart/common';
import type { ArtworkReading } from '@keyart/contracts';
import { someArtwork } from '../catalogue-records.factory';
import { CropSubjects, type CropSubjectsOptions } from './crop-subjects';

const ARTWORK = someArtwork({ reading: { sha256: 'ab'.repeat(32) } as never });
const READING = {
  sha256: 'ab'.repeat(32),
  features: {
    faces: { faces: [] },
    lettering: { lines: [] },
    composition: { saliencyCentroid: { x: 0.3, y: 0.4 } },
  },
} as unknown as ArtworkReading;
const logger = createLogger('spec', 'silent');

function subjectsOf(findByArtwork: CropSubjectsOptions['readings']['findByArtwork']): CropSubjects {
  return new CropSubjects({ readings: { findByArtwork }, logger });
}

describe('CropSubjects', () => {
  it('asks once for a picture that was read, however many want it', async () => {
    const asked: string[] = [];
    const subjects = subjectsOf(async (artworkId) => {
      asked.push(artworkId);
      return READING;
    });
    const found = await Promise.all([subjects.find(ARTWORK), subjects.find(ARTWORK)]);
    expect([...found, await subjects.find({ ...ARTWORK })]).toEqual(
      Array(3).fill({ keep: [], focus: { x: 0.3, y: 0.4 } }),
    );
    expect(asked).toEqual([ARTWORK.artworkId]);
  });

  it.each([
    ['was not read', { reading: null }],
    ['was read before it was replaced', { sha256: 'cd'.repeat(32) }],
    ['is none yet', { sha256: null, reading: null }],
  ])('asks nobody about a picture that %s', async (_, over) => {
    const subjects = subjectsOf(() => Promise.reject(new Error('asked')));
    expect(await subjects.find({ ...ARTWORK, ...over })).toBeNull();
  });

  it.each([
    ['has gone', null],
    ['is of another picture', { ...READING, sha256: 'cd'.repeat(32) }],
  ])('knows nothing when the reading %s meanwhile', async (_, reading) => {
    expect(await subjectsOf(async () => reading).find(ARTWORK)).toBeNull();
  });

  it('does without a database that is away, but hides no bug', async () => {
    const away = new DependencyError('DATABASE_UNAVAILABLE', 'away', true);
    expect(await subjectsOf(() => Promise.reject(away)).find(ARTWORK)).toBeNull();
    await expect(subjectsOf(() => Promise.reject(new TypeError('bug'))).find(ARTWORK)).rejects.toThrow('bug');
  });
});
