import { createRandom } from '@keyart/common';
import type { WorldSource } from '@keyart/simulation';
import { audienceTask } from './audience-task';
import { chanceOf, fitLogistic } from './logistic';
import { shuffledSimilarity, turnedRound } from './wrong-similarity';

const SPLIT_YEAR = 2010;

/** A film a month from 2000 to 2014; of the viewers every other one left in 2009. */
function madeSource(): WorldSource {
  const random = createRandom('source');
  const films = Array.from({ length: 180 }, (_, i) => ({
    ...{ filmId: `f${i}`, name: `Film ${i}`, year: 2000 + Math.floor(i / 12), genres: ['Drama'] },
    ...{ keywords: [], cast: [], synopsis: '' },
  }));
  const ratings = Array.from({ length: 30 }, (_, v) => v).flatMap((v) => {
    const lastYear = v % 2 === 0 ? 2009 : 2014;
    const out = films.filter(({ year }) => year <= lastYear && random.next() < 0.3);
    return out.map(({ filmId, year }) => ({
      ...{ viewerId: `v${v}`, filmId, stars: 3 + (v % 3) },
      atMs: Date.UTC(Math.min(lastYear, year + Math.floor(random.next() * 3)), 5, 1),
    }));
  });
  return { name: 'made', films, ratings };
}

describe('audienceTask', () => {
  const task = audienceTask(madeSource(), SPLIT_YEAR);

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
