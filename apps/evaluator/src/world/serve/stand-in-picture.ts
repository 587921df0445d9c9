import { createRandom } from '@keyart/common';
import type { ArtworkDescriptor } from '@keyart/features';
import sharp from 'sharp';

/** The smallest that the service shows. */
const [WIDTH_PX, HEIGHT_PX] = [480, 300] as const;
const [COLUMN_COUNT, ROW_COUNT] = [16, 10] as const;
const DARK_LEVEL = 0.2;
const WARMTH_SHIFT = 0.25;
const CHANNEL_COUNT = 3;

function level(value: number): number {
  return Math.round(255 * Math.min(1, Math.max(0, value)));
}

/**
 * A small picture for an artwork that the world only describes: tiles as dark, warm and colourful as it is said to be, different
 * for each artwork. It shows nothing.
 * @returns a PNG
 */
export async function standInPicture({
  artworkId,
  look,
}: ArtworkDescriptor): Promise<Uint8Array<ArrayBuffer>> {
  const random = createRandom(`stand-in/${artworkId}`);
  const { darkFraction, warmth, saturationFraction } = look ?? {
    darkFraction: 0.25,
    warmth: 0,
    saturationFraction: 0.35,
  };
  const tiles = Uint8Array.from({ length: COLUMN_COUNT * ROW_COUNT }).reduce<number[]>((pixels) => {
    const brightness = (random.next() < darkFraction ? DARK_LEVEL : 1) * (0.4 + 0.6 * random.next());
    const shifts = [WARMTH_SHIFT * warmth, 0, -WARMTH_SHIFT * warmth];
    return pixels.concat(
      shifts.map((shift) => level(brightness * (1 + shift + saturationFraction * (random.next() - 0.5)))),
    );
  }, []);
  const raw = { width: COLUMN_COUNT, height: ROW_COUNT, channels: CHANNEL_COUNT } as const;
  const bytes = await sharp(Uint8Array.from(tiles), { raw })
    .resize(WIDTH_PX, HEIGHT_PX, { kernel: 'nearest', fit: 'fill' })
    .png()
    .toBuffer();
  return Uint8Array.from(bytes);
}
