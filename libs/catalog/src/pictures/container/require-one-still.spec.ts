import fc from 'fast-check';
import sharp from 'sharp';
import { CatalogInputError } from '../../errors';
import { PICTURE_FORMATS, formatOf, type PictureFormat } from './picture-format';
import { requireOneStill } from './require-one-still';

const SIDE_PX = 24;

async function picture(format: PictureFormat): Promise<Buffer> {
  const data = Buffer.from(Array.from({ length: SIDE_PX * SIDE_PX * 3 }, (_, i) => (i * 37) % 256));
  return sharp(data, { raw: { width: SIDE_PX, height: SIDE_PX, channels: 3 } })
    .toFormat(format)
    .toBuffer();
}

function codeOf(bytes: Buffer, format: PictureFormat): string {
  try {
    requireOneStill(bytes, format);
    return 'fine';
  } catch (error) {
    expect(error).toBeInstanceOf(CatalogInputError);
    return (error as CatalogInputError).code;
  }
}

describe.each(PICTURE_FORMATS)('a %s', (format) => {
  let bytes: Buffer;
  beforeAll(async () => {
    bytes = await picture(format);
  });

  it('is known by its first bytes, and whole', () => {
    expect(formatOf(bytes)).toBe(format);
    expect(codeOf(bytes, format)).toBe('fine');
  });

  it('may be padded', () => {
    expect(codeOf(Buffer.concat([bytes, Buffer.from('\0\0\r\n')]), format)).toBe('fine');
  });

  it('carries nothing behind it', () => {
    const more = Buffer.concat([bytes, Buffer.from('PK\x03\x04 and so on')]);
    expect(codeOf(more, format)).toBe('PICTURE_TRAILING_DATA');
  });

  it('is noticed to be cut, wherever that was', () => {
    // What an AVIF consists of is said inside its boxes: cut between two of them, only the decoder notices.
    const codes = ['PICTURE_TRUNCATED', ...(format === 'avif' ? ['fine', 'PICTURE_TRAILING_DATA'] : [])];
    for (let end = 12; end < bytes.length; end++)
      expect(codes).toContain(codeOf(bytes.subarray(0, end), format));
  });

  it('is read to an end, whatever its bytes are', () => {
    const spoilt = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(spoilt, (changes) => {
        const copy = Buffer.from(bytes);
        for (const [at, value] of changes) copy[at] = value;
        expect(codeOf(copy, format)).toBeDefined();
      }),
      { numRuns: 500, seed: 5 },
    );
  });
});

describe('formatOf', () => {
  it.each([
    ['GIF89a', 'a GIF'],
    ['\xef\xbb\xbf<?xml version="1.0"?>\n<svg>', 'an SVG drawing'],
    ['<svg/>', 'an SVG drawing'],
    ['%PDF-1.7', 'a PDF'],
    ['\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'a HEIC'],
    ['\0\0\0\x18ftypisom\0\0\0\0mp42avc1', 'no picture of a known format'],
    [' <!doctype html>', 'a web page'],
    ['hello', 'no picture of a known format'],
  ])('refuses %j', (text, name) => {
    expect(() => formatOf(Buffer.from(text, 'latin1'))).toThrow(`the file is ${name}; JPEG, PNG`);
  });

  it('refuses what is empty', () => {
    expect(() => formatOf(Buffer.alloc(0))).toThrow('the file is empty');
  });
});
