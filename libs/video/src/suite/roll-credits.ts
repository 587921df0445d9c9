import type { Random } from '@keyart/common';
import type { RawPixels } from '@keyart/vision';
import sharp from 'sharp';

const LINE_PX = 26;
const LETTERS = 'abcdefghijklmnoprstuvw';
const NAME_LENGTH = { least: 4, more: 8 };

/** A long sheet of names on black, to be rolled past the camera. */
export async function rollCredits(widthPx: number, heightPx: number, random: Random): Promise<RawPixels> {
  const lines = Array.from({ length: Math.floor(heightPx / LINE_PX) }, (_, line) => {
    const text = `${nameOf(random)} ${nameOf(random)}`;
    return `<text x="50%" y="${(line + 0.8) * LINE_PX}" text-anchor="middle" font-size="18" fill="#eee" font-family="sans-serif">${text}</text>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}"><rect width="100%" height="100%" fill="#000"/>${lines.join('')}</svg>`;
  const { data, info } = await sharp(Buffer.from(svg))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { widthPx: info.width, heightPx: info.height, channelCount: 3, data };
}

function nameOf(random: Random): string {
  const length = NAME_LENGTH.least + Math.floor(NAME_LENGTH.more * random.next());
  const letters = Array.from({ length }, () => LETTERS[Math.floor(LETTERS.length * random.next())]).join('');
  return letters[0].toUpperCase() + letters.slice(1);
}
