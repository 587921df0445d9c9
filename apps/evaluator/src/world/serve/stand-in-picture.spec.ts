import type { PictureLook } from '@keyart/contracts';
import type { ArtworkDescriptor } from '@keyart/features';
import sharp from 'sharp';
import { standInPicture } from './stand-in-picture';

const LOOK: PictureLook = {
  ...{ shotScale: 'wide', faceCount: 0, tallestFaceFraction: 0, letteringFraction: 0 },
  ...{ darkFraction: 0.2, warmth: 0, saturationFraction: 0.3 },
};

function artwork(artworkId: string, look: Partial<PictureLook> = {}): ArtworkDescriptor {
  return {
    ...{ artworkId, titleId: 't', facets: {}, caption: '', captionVersion: '', isEditorialDefault: false },
    look: { ...LOOK, ...look },
  };
}

const meansOf = async (picture: ArtworkDescriptor): Promise<number[]> =>
  (await sharp(await standInPicture(picture)).stats()).channels.map(({ mean }) => mean);

describe('standInPicture', () => {
  it('is a picture that may be shown, the same again for the same artwork only', async () => {
    const [first, again, other] = await Promise.all(['a', 'a', 'b'].map((id) => standInPicture(artwork(id))));
    expect(await sharp(first).metadata()).toMatchObject({ format: 'png', width: 480, height: 300 });
    expect(Buffer.from(again).equals(first)).toBe(true);
    expect(Buffer.from(other).equals(first)).toBe(false);
  });

  it('is as dark and as warm as it is said to be', async () => {
    const [light, dark] = await Promise.all(
      [0, 1].map((darkFraction) => meansOf(artwork('a', { darkFraction }))),
    );
    expect(dark[1]).toBeLessThan(light[1] / 2);
    const [red, , blue] = await meansOf(artwork('a', { warmth: 0.8 }));
    expect(red).toBeGreaterThan(1.2 * blue);
  });
});
