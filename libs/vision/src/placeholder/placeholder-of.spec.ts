import { decode, isBlurhashValid } from 'blurhash';
import { decodePicture } from '../decode/decode-picture';
import { fixturePicture } from '../test-pictures/fixture-pictures.factory';
import { paintPicture } from '../test-pictures/paint-picture.factory';
import { placeholderOf } from './placeholder-of';

describe('placeholderOf', () => {
  it('has the colour of a flat picture', async () => {
    const { blurhash, dominantColour } = await placeholderOf(await paintPicture(50, 30, () => [18, 52, 86]));
    expect(dominantColour).toBe('#123456');
    expect([...decode(blurhash, 1, 1)]).toEqual([18, 52, 86, 255]);
  });

  it('has light where the picture has it', async () => {
    const picture = await paintPicture(90, 60, (x) => (x < 45 ? [10, 20, 60] : [240, 230, 200]));
    const pixels = decode((await placeholderOf(picture)).blurhash, 8, 4);
    expect(pixels[4 * 9]).toBeLessThan(90);
    expect(pixels[4 * 14]).toBeGreaterThan(190);
  });

  it.each([
    ['spring/staff.jpg', 4, 3],
    ['spring/poster.jpg', 3, 4],
  ])('has four waves along the longer side of %s', async (name, across, down) => {
    const { blurhash } = await placeholderOf(await decodePicture(fixturePicture(name)));
    expect(isBlurhashValid(blurhash).result).toBe(true);
    expect(blurhash).toHaveLength(4 + 2 * across * down);
    // The first character tells the number of waves: (across - 1) + 9 (down - 1), base 83.
    expect(blurhash[0]).toBe('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'[across - 1 + 9 * (down - 1)]);
  });

  it('takes a picture of one pixel', async () => {
    const { dominantColour } = await placeholderOf(await paintPicture(1, 1, () => [255, 255, 255]));
    expect(dominantColour).toBe('#ffffff');
  });
});
