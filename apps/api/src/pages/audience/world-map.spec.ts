import { loadLocalisationData } from '@keyart/insights';
import { CHANCE_STEPS, chanceClass, chanceLabel } from './chance-scale';
import { relativePath } from './relative-path';
import { MAP_SIZE, worldMap } from './world-map';

const MOST_PATH_CHARACTERS = 70_000;

describe('worldMap', () => {
  const { shapes, dots } = worldMap();

  it('has every country that plans know, as an area or a dot', async () => {
    const { markets } = await loadLocalisationData();
    const drawn = new Set([...shapes, ...dots].map(({ country }) => country));
    expect([...markets.keys()].filter((country) => !drawn.has(country))).toEqual([]);
    expect(dots.filter(({ country }) => shapes.some((shape) => shape.country === country))).toEqual([]);
    expect(drawn).not.toContain('AQ');
  });

  it('lies within its size, in few characters', () => {
    const paths = shapes.map(({ path }) => path);
    expect(paths.join('')).toMatch(/^[mlz0-9,-]+$/);
    expect(paths.join('').length).toBeLessThan(MOST_PATH_CHARACTERS);
    for (const { x, y } of [...dots, ...paths.flatMap(pointsOf)]) {
      expect(x >= 0 && x <= MAP_SIZE.width && y >= 0 && y <= MAP_SIZE.height).toBe(true);
    }
  });

  it('puts places where they are', () => {
    const at = (code: string) => dots.find(({ country }) => country === code) ?? { x: NaN, y: NaN };
    expect(at('MT').x).toBeLessThan(at('BH').x);
    expect(at('BH').x).toBeLessThan(at('SG').x);
    expect(at('MT').y).toBeLessThan(at('SG').y);
    expect(at('SG').y).toBeLessThan(at('RE').y);
  });
});

describe('relativePath', () => {
  it('keeps the points, begins each ring where it begins, and leaves out steps of no length', () => {
    const path = relativePath('M10.2,20.4L15,20L15.1,20.2L12,25.9ZM3,4L1,1L2,2Z');
    expect(path).toBe('m10,20l5,0l-3,6zm-7-16l-2-3l1,1z');
    expect(pointsOf(path)).toEqual([
      ...[
        { x: 10, y: 20 },
        { x: 15, y: 20 },
        { x: 12, y: 26 },
      ],
      ...[
        { x: 3, y: 4 },
        { x: 1, y: 1 },
        { x: 2, y: 2 },
      ],
    ]);
    expect(relativePath('')).toBe('');
  });
});

describe('the scale', () => {
  it('has a class and a label for every chance', () => {
    expect([0, 0.019, 0.02, 0.34, 0.5, 1].map(chanceClass)).toEqual([0, 0, 1, 4, 6, 6]);
    expect(CHANCE_STEPS.map((_, index) => chanceLabel(index))).toEqual([
      ...['0–2 %', '2–5 %', '5–10 %', '10–20 %', '20–35 %', '35–50 %', '50 % and more'],
    ]);
  });
});

/** Points of a relative path. */
function pointsOf(path: string): { x: number; y: number }[] {
  let [x, y] = [0, 0];
  let start = [0, 0];
  const points: { x: number; y: number }[] = [];
  for (const [step, command, dx, dy] of path.matchAll(/([mlz])(?:(-?\d+),?(-?\d+))?/g)) {
    if (step === 'z') [x, y] = start;
    else {
      [x, y] = [x + Number(dx), y + Number(dy)];
      if (command === 'm') start = [x, y];
      points.push({ x, y });
    }
  }
  return points;
}
