import { textRegions } from './text-regions';

const WIDTH = 128;
const HEIGHT = 64;

function mapOf(isText: (x: number, y: number) => boolean) {
  const data = Float32Array.from({ length: WIDTH * HEIGHT }, (_, i) =>
    isText(i % WIDTH, Math.floor(i / WIDTH)) ? 0.95 : 0.02,
  );
  return { width: WIDTH, height: HEIGHT, data };
}

const area = { widthPx: 120, heightPx: 60 };

describe('textRegions', () => {
  it('grows a bar to the line of text it stands for', () => {
    const [region, ...others] = textRegions(
      mapOf((x, y) => x >= 20 && x < 80 && y >= 30 && y < 36),
      area,
    );
    expect(others).toEqual([]);
    expect(region.confidence).toBeCloseTo(0.95, 2);
    const margin = (1.5 * 60 * 6) / (2 * 66);
    expect(region.box.x).toBeCloseTo((20 - margin) / 120);
    expect(region.box.y).toBeCloseTo((30 - margin) / 60);
    expect(region.box.width).toBeCloseTo((60 + 2 * margin) / 120);
    expect(region.box.height).toBeCloseTo((6 + 2 * margin) / 60);
  });

  it('sees lines that run aslant', () => {
    const aslant = mapOf((x, y) => x >= 10 && x < 100 && Math.abs(y - 10 - x / 3) < 5);
    expect(textRegions(aslant, area)).toHaveLength(1);
  });

  it('leaves out stairs, specks and threads', () => {
    const stairs = mapOf(
      (x, y) => x < 90 && y < 60 && (x - (x % 15)) / 2 <= y && y < 12 + (x - (x % 15)) / 2 + (x % 15) * 2,
    );
    const corner = mapOf((x, y) => (x < 60 && y < 6) || (x < 6 && y < 50));
    const speck = mapOf((x, y) => x < 4 && y < 4);
    const thread = mapOf((_, y) => y === 20);
    for (const map of [stairs, corner, speck, thread]) expect(textRegions(map, area)).toEqual([]);
  });

  it('stays inside the picture, from the top', () => {
    const regions = textRegions(
      mapOf((x, y) => y < 8 || (y >= 50 && y < 60 && x < 40)),
      area,
    );
    expect(regions.map(({ box }) => box.y)).toEqual([0, expect.closeTo(0.7, 0)]);
    for (const { box } of regions) {
      expect(box.x + box.width).toBeLessThanOrEqual(1);
      expect(box.y + box.height).toBeLessThanOrEqual(1);
    }
  });
});
