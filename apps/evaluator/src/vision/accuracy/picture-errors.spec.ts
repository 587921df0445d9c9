import { aReading } from '../picture-reading.factory';
import type { ArtworkLabel } from '../labels/artwork-labels';
import { judgePicture } from './judge-picture';
import { errorsOf } from './picture-errors';

const FACE = { x: 0.1, y: 0.2, width: 0.2, height: 0.3 };
const LABEL: ArtworkLabel = {
  artworkId: 'poster',
  sha256: '0'.repeat(64),
  medium: 'painting',
  shotScale: 'medium',
  lettering: { present: true, title: true, text: 'FAUST' },
  facets: ['scary', 'fantasy'],
  faces: [{ kind: 'human', ...FACE }],
};

describe('errorsOf', () => {
  it('has none for a picture read as a person would', () => {
    const facets = { fantasy: 0.7, romance: 0.2 };
    const reading = aReading({ faces: [FACE], hasLettering: true, shotScale: 'medium', facets });
    expect(errorsOf(judgePicture(LABEL, reading))).toEqual([]);
  });

  it('names each wrong answer with what was expected', () => {
    const elsewhere = { ...FACE, x: 0.2 };
    const reading = aReading({ faces: [elsewhere], shotScale: 'wide', facets: { romance: 0.9, scary: 0.8 } });
    expect(errorsOf(judgePicture(LABEL, reading))).toEqual([
      {
        artworkId: 'poster',
        about: 'face',
        expected: 'box 0.10 0.20, 0.20 × 0.30',
        found: 'box of overlap 0.33',
      },
      {
        artworkId: 'poster',
        about: 'face',
        expected: 'nothing',
        found: 'box 0.20 0.20, 0.20 × 0.30, 0.90 sure',
      },
      { artworkId: 'poster', about: 'lettering', expected: 'present', found: 'absent' },
      { artworkId: 'poster', about: 'shot scale', expected: 'medium', found: 'wide' },
      { artworkId: 'poster', about: 'top facet', expected: 'scary, fantasy', found: 'romance' },
    ]);
  });

  it('a picture nothing describes has no top facet', () => {
    const reading = aReading({ faces: [FACE], hasLettering: true, shotScale: 'medium' });
    expect(errorsOf(judgePicture(LABEL, reading))).toMatchObject([{ about: 'top facet', found: 'none' }]);
  });
});
