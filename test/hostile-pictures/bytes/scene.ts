import sharp, { type Sharp } from 'sharp';

const CHANNEL_COUNT = 3;

/** A picture with edges and slopes, the same every time. */
export function scene(widthPx = 320, heightPx = 180): Sharp {
  const data = Buffer.alloc(widthPx * heightPx * CHANNEL_COUNT);
  for (let at = 0, y = 0; y < heightPx; y++)
    for (let x = 0; x < widthPx; x++) {
      data[at++] = (x * 255) / widthPx;
      data[at++] = (y * 255) / heightPx;
      data[at++] = ((x >> 4) ^ (y >> 4)) & 1 ? 200 : 40;
    }
  return sharp(data, { raw: { width: widthPx, height: heightPx, channels: CHANNEL_COUNT } });
}

/** One colour all over: millions of pixels in a few kilobytes. */
export function flat(width: number, height: number, channels: 3 | 4 = 3): Sharp {
  return sharp({
    create: { width, height, channels, background: { r: 40, g: 90, b: 160, alpha: 1 } },
    limitInputPixels: false,
  });
}
