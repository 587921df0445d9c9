import { FACETS } from '@keyart/features';
import { buildWorld } from './build-world';
import { simulateLog, DEFAULT_LOG } from './log/simulate-log';
import { fitPopularRanker, oracleRanker, randomRanker } from './rankers/plain-rankers';
import type { WorldRanker } from './rankers/world-ranker';
import { heldOutPairs } from './report/held-out-pairs';
import { tableOfRankers } from './report/world-table-report';
import { generateSource } from './source/generate-source';
import { DEFAULT_KNOBS, IMPERSONAL_KNOBS, NULL_KNOBS, type WorldKnobs } from './truth/world-knobs';
import { ViewerTruth } from './truth/viewer-truth';
import { DEFAULT_SETTINGS, type World } from './world';

const SOURCE = generateSource('spec');

function worldOf(knobs: WorldKnobs = DEFAULT_KNOBS, seed = 'spec'): World {
  return buildWorld(SOURCE, { ...DEFAULT_SETTINGS, seed, titleCount: 120, knobs });
}

/** Greedy on what the viewer really likes. */
function tasteRanker(world: World): WorldRanker {
  return {
    name: 'taste',
    scores(viewer, title) {
      const { truths, filmIndex } = world.titles[title];
      const taste = world.trueTaste.of(viewer, filmIndex);
      return truths.map(({ facets }) => facets.reduce((sum, strength, f) => sum + strength * taste[f], 0));
    },
  };
}

describe('buildWorld', () => {
  it('is the same for the same seed and another for another', () => {
    const captions = (world: World): string[] =>
      world.titles.flatMap(({ artworks }) => artworks.map((a) => a.caption));
    expect(captions(worldOf())).toEqual(captions(worldOf()));
    expect(captions(worldOf())).not.toEqual(captions(worldOf(DEFAULT_KNOBS, 'other')));
  });

  it('shows the service the first 70% of the ratings, in time, and nothing of the truth', () => {
    const world = worldOf();
    for (const { history, rated, visibleUntilMs } of world.viewers) {
      expect(history).toHaveLength(Math.ceil(rated.length * 0.7));
      expect(Math.max(...history.map(({ watchedAt }) => watchedAt.getTime()))).toBe(visibleUntilMs);
    }
    const artworks = world.titles.flatMap((title) => title.artworks);
    expect(artworks.every(({ facets }) => Object.keys(facets).length === 0)).toBe(true);
  });

  it('holds 2 to 40 pictures a title, cold titles with words of their own', () => {
    const { titles } = worldOf();
    for (const { artworks, truths } of titles) {
      expect(artworks.length).toBeGreaterThanOrEqual(2);
      expect(artworks.length).toBeLessThanOrEqual(40);
      expect(truths.map(({ artworkId }) => artworkId)).toEqual(artworks.map(({ artworkId }) => artworkId));
    }
    expect(titles.some(({ isCold }) => isCold)).toBe(true);
    expect(titles.some(({ isCold }) => !isCold)).toBe(true);
  });

  it('leaves the film at hand out of the truth about taste', () => {
    const world = worldOf();
    const [{ rated }] = world.viewers;
    const seen = rated[0].film;
    const unseen = SOURCE.films.findIndex((_, at) => !rated.some(({ film }) => film === at));
    expect([...world.trueTaste.of(0, seen)]).not.toEqual([...world.trueTaste.of(0, unseen)]);
    expect(world.trueTaste.of(0, unseen)[FACETS.indexOf('lettering')]).toBe(0);
  });

  it('refuses settings by name', () => {
    const bad = { ...DEFAULT_SETTINGS, knobs: { ...DEFAULT_KNOBS, tasteWeight: -1 } };
    expect(() => buildWorld(SOURCE, bad)).toThrow('tasteWeight -1');
    expect(() =>
      buildWorld(SOURCE, { ...DEFAULT_SETTINGS, visibleFraction: 1, knobs: DEFAULT_KNOBS }),
    ).toThrow('visibleFraction');
    expect(() =>
      buildWorld({ ...SOURCE, ratings: [] }, { ...DEFAULT_SETTINGS, knobs: DEFAULT_KNOBS }),
    ).toThrow('no films or no ratings');
  });
});

describe('the true model', () => {
  const liftOf = (knobs: WorldKnobs): { taste: number; oracle: number } => {
    const world = worldOf(knobs);
    const truth = new ViewerTruth(world);
    const pairs = heldOutPairs(world, false, { count: 400, seed: 'spec' });
    const rankers = [randomRanker(world), oracleRanker(world, truth), tasteRanker(world)];
    const { rows } = tableOfRankers({ world, truth, pairs }, rankers);
    const [random, oracle, taste] = rows.map(({ takeFraction }) => takeFraction);
    return { taste: taste / random - 1, oracle: oracle / random - 1 };
  };

  it('rewards knowing the viewer, and the more the larger w', () => {
    const [full, half] = [liftOf(DEFAULT_KNOBS), liftOf({ ...DEFAULT_KNOBS, tasteWeight: 0.5 })];
    expect(full.taste).toBeGreaterThan(0.2);
    expect(half.taste).toBeLessThan(full.taste);
    expect(full.oracle).toBeGreaterThan(full.taste);
  });

  it('has nothing to gain in the null world', () => {
    expect(liftOf(NULL_KNOBS).oracle).toBeCloseTo(0, 12);
    expect(liftOf(NULL_KNOBS).taste).toBeCloseTo(0, 12);
  });

  it('has nothing personal to gain without taste, though pictures differ', () => {
    const { oracle, taste } = liftOf(IMPERSONAL_KNOBS);
    expect(oracle).toBeGreaterThan(0.02);
    expect(taste).toBeLessThan(oracle / 2);
  });
});

describe('simulateLog', () => {
  const world = worldOf();
  const truth = new ViewerTruth(world);
  const settings = { ...DEFAULT_LOG, decisionCount: 6000, dayCount: 3 };
  const log = simulateLog({ world, truth, fit: (rows) => fitPopularRanker(world, rows) }, settings);

  it('logs training viewers before warm titles with whole distributions', () => {
    expect(log).toHaveLength(6000);
    for (const { viewer, title, shown, probabilities } of log) {
      expect(world.viewers[viewer].isHeldOut || world.titles[title].isCold).toBe(false);
      expect(probabilities).toHaveLength(world.titles[title].artworks.length);
      expect(probabilities[shown]).toBeGreaterThan(0);
      expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
    }
  });

  it('draws pictures as often as it says: Σ (shown − p) / √Σ p (1 − p) within 3.5', () => {
    const first = log.map(({ shown, probabilities }) => ({ hit: Number(shown === 0), p: probabilities[0] }));
    const surplus = first.reduce((sum, { hit, p }) => sum + hit - p, 0);
    const variance = first.reduce((sum, { p }) => sum + p * (1 - p), 0);
    expect(Math.abs(surplus) / Math.sqrt(variance)).toBeLessThan(3.5);
  });

  it('takes as often as the truth says, within 3.5 standard errors', () => {
    const takes = log.map(
      ({ viewer, title, shown, day }) => truth.takes(viewer, world.titles[title], day / 2)[shown],
    );
    const surplus = log.reduce((sum, { reward }, i) => sum + reward - takes[i], 0);
    const variance = takes.reduce((sum, p) => sum + p * (1 - p), 0);
    expect(Math.abs(surplus) / Math.sqrt(variance)).toBeLessThan(3.5);
  });
});
