import { createRandom } from '@keyart/common';
import { generateSource } from '@keyart/simulation';
import { audienceTask } from './audience-task';
import { chanceOf, fitLogistic } from './logistic';
import { shuffledSimilarity, turnedRound } from './wrong-similarity';

describe('audienceTask', () => {
  const source = generateSource('audience');
  const years = source.films.flatMap(({ year }) => (year === null ? [] : [year])).sort((a, b) => a - b);
  const ends = source.ratings.map(({ atMs }) => new Date(atMs).getUTCFullYear()).sort((a, b) => a - b);
  const split = Math.min(years[Math.floor(0.8 * years.length)], ends[Math.floor(0.7 * ends.length)]);
  const task = audienceTask(source, split);

  it('keeps films, viewers and what was seen before apart', () => {
    expect(Math.min(task.training.length, task.test.length)).toBeGreaterThan(100);
    const cold = new Set(task.cold.map(({ filmId }) => filmId));
    expect(task.donors.some(({ filmId }) => cold.has(filmId))).toBe(false);
    expect(task.training.some(({ filmId }) => cold.has(filmId))).toBe(false);
    expect(task.test.every(({ filmId }) => cold.has(filmId))).toBe(true);
    const before = new Set(task.training.map(({ viewer }) => viewer.viewerId));
    expect(task.test.some(({ viewer }) => before.has(viewer.viewerId))).toBe(false);
    for (const { viewer, filmId, isTake } of [...task.training, ...task.test]) {
      expect(viewer.seen.has(filmId)).toBe(false);
      expect(isTake).toBe(viewer.taken.has(filmId));
    }
  });
});

describe('fitLogistic', () => {
  it('finds the weights behind labels', () => {
    const random = createRandom('logistic');
    const rows = Array.from({ length: 8000 }, () => [1, 2 * random.next() - 1]);
    const labels = rows.map((row) => random.next() < chanceOf([-1, 2], row));
    const [level, slope] = fitLogistic(rows, labels);
    // standard errors are about .03 and .05
    expect(Math.abs(level + 1)).toBeLessThan(0.12);
    expect(Math.abs(slope - 2)).toBeLessThan(0.2);
  });
});

describe('controls', () => {
  it('shuffles whom a title is told to be like, and keeps how alike', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const similar = {
      similarity: (a: string | number, b: string | number) => (a === b ? 1 : 0.5),
      neighbours: (title: string | number) =>
        ids.filter((id) => id !== title).map((id) => ({ title: id, similarity: ids.indexOf(id) / 10 })),
    };
    const moved = shuffledSimilarity(similar, ids, 'x');
    for (const id of ids) {
      const near = moved.neighbours(id);
      expect(near.map(({ title }) => title).sort()).toEqual(ids.filter((other) => other !== id));
    }
    const order = (of: typeof similar): string[] =>
      ids.map((id) =>
        of
          .neighbours(id)
          .map((one) => one.title)
          .join(''),
      );
    expect(order(moved as typeof similar)).not.toEqual(order(similar));
  });

  it('turns outcomes of about half of the titles round, and of each wholly', () => {
    const rows = Array.from({ length: 200 }, (_, i) => ({
      ...{ viewer: i, title: `title-${i % 50}`, region: '', slate: [], shownAt: 0, reward: 1, weight: 1 },
      ...{ baseline: [0.1], scenes: [] },
    }));
    const turned = turnedRound(rows, 'y');
    const titles = new Map<string | number, Set<number>>();
    for (const { title, reward } of turned) titles.set(title, (titles.get(title) ?? new Set()).add(reward));
    expect([...titles.values()].every((rewards) => rewards.size === 1)).toBe(true);
    const share = turned.filter(({ reward }) => reward === -1).length / turned.length;
    expect(share).toBeGreaterThan(0.25);
    expect(share).toBeLessThan(0.75);
    expect(turned.every(({ reward, baseline }) => Math.sign(Number(baseline?.[0])) === reward)).toBe(true);
  });
});
