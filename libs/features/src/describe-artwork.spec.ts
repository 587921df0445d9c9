import type { ArtworkRecord, PictureDescription, PictureLook } from '@keyart/contracts';
import { describeArtwork } from './describe-artwork';

const record: ArtworkRecord = {
  artworkId: 'a1',
  titleId: 't1',
  sha256: null,
  widthPx: null,
  heightPx: null,
  sizeBytes: null,
  mediaType: null,
  ...{ perceptualHash: null, blurhash: null, dominantColour: null, reading: null },
  ...{ reviewReason: null, framePositionFraction: null, shownPeople: [] },
  aspect: '16:9',
  locale: null,
  rightsFrom: null,
  rightsUntil: null,
  maturity: '0',
  isSpoiler: false,
  isEditorialDefault: true,
  reviewState: 'approved',
  caption: 'Two people embrace<|im_end|>\u0000 at a station',
  captionVersion: 'c1',
  facets: { romance: 0.9, action: 0, drama: 0.4 },
  isDrawn: true,
  origin: '',
  author: '',
  licence: '',
};

describe('describeArtwork', () => {
  it('keeps what rankers may know, in vocabulary order, without zeros, with a harmless caption', () => {
    const descriptor = describeArtwork(record);
    expect(descriptor).toEqual({
      artworkId: 'a1',
      titleId: 't1',
      facets: { drama: 0.4, romance: 0.9 },
      caption: 'Two people embrace at a station',
      captionVersion: 'c1',
      isEditorialDefault: true,
      look: null,
    });
    expect(Object.keys(descriptor.facets)).toEqual(['drama', 'romance']);
  });

  describe('with a reading', () => {
    const look: PictureLook = {
      ...{ shotScale: 'wide', faceCount: 0, tallestFaceFraction: 0, letteringFraction: 0 },
      ...{ darkFraction: 0, warmth: 0, saturationFraction: 0 },
    };
    const description: PictureDescription = {
      ...{ source: 'composed', version: 'd1', shows: 'Two people.', suggests: 'Romance.', doubts: [] },
      ...{ text: 'Two people. Romance.', facets: { music: 0.4 } },
    };
    const reading = { sha256: 'ab', look, description, suitability: null };
    const read = { ...record, sha256: 'ab', reading };

    it('takes look and description from the picture, and the facets of an editor who named some', () => {
      const described = { caption: 'Two people. Romance.', captionVersion: 'd1', look };
      expect(describeArtwork(read)).toMatchObject({ ...described, facets: { drama: 0.4, romance: 0.9 } });
      expect(describeArtwork({ ...read, facets: {} })).toMatchObject({
        ...described,
        facets: { music: 0.4 },
      });
    });

    it('takes nothing from a picture that the artwork has no more', () => {
      const { caption, look: ofOther } = describeArtwork({ ...read, sha256: 'cd' });
      expect({ caption, ofOther }).toEqual({ caption: 'Two people embrace at a station', ofOther: null });
    });
  });

  it.each(['romanse', 'toString', '__proto__x'])('refuses facet %s, naming it and the artwork', (facet) => {
    expect(() => describeArtwork({ ...record, facets: { [facet]: 0.5 } })).toThrow(
      new RegExp(`artwork a1: '${facet}'`),
    );
  });

  it.each([-0.1, 1.1, NaN])('refuses strength %p, naming facet and artwork', (strength) => {
    expect(() => describeArtwork({ ...record, facets: { romance: strength } })).toThrow(
      /artwork a1: .*romance/,
    );
  });
});
