import { FACETS, tasteVector } from '@keyart/features';
import { buildWorld } from '../build-world';
import { generateSource } from '../source/generate-source';
import { workerReading } from '../titles/worker-reading';
import { DEFAULT_KNOBS } from '../truth/world-knobs';
import { DEFAULT_SETTINGS } from '../world';
import { probeFacets } from './facet-probe';
import { tasteRanker } from './taste-ranker';
import { WorldTable } from './world-table';

const WORLD = buildWorld(generateSource('spec'), {
  ...DEFAULT_SETTINGS,
  ...{ seed: 'spec', titleCount: 120, knobs: { ...DEFAULT_KNOBS, wrongCaptionFraction: 0 } },
});
const READINGS = WORLD.titles.flatMap(({ truths }) => truths.map(workerReading));
/** Embeddings in which facets are written plainly: a probe that works must read them off cold titles too. */
const EMBEDDINGS = new Map(
  WORLD.titles
    .flatMap(({ artworks }) => artworks)
    .map(({ artworkId }, at) => [
      artworkId,
      Float32Array.from(FACETS, (facet) => 3 * (READINGS[at][facet] ?? 0)),
    ]),
);
const TABLE = new WorldTable(WORLD, EMBEDDINGS);

describe('probeFacets', () => {
  it('reads off cold titles what it learnt on warm ones', () => {
    const probed = probeFacets(TABLE);
    const cold = READINGS.flatMap((reading, at) =>
      WORLD.titles[TABLE.titleOf[at]].isCold ? [{ reading, at }] : [],
    );
    const errors = cold.flatMap(({ reading, at }) =>
      FACETS.map((facet, f) => Math.abs(probed[at][f] - (reading[facet] ?? 0))),
    );
    expect(cold.length).toBeGreaterThan(20);
    expect(errors.reduce((sum, error) => sum + error, 0) / errors.length).toBeLessThan(0.05);
  });
});

describe('tasteRanker', () => {
  it('ranks by leanings over what pictures show', () => {
    const ranker = tasteRanker(TABLE);
    const title = WORLD.titles.findIndex(
      ({ truths }) => truths.every(({ actor }) => actor === null) && truths.length > 3,
    );
    const viewer = WORLD.viewers.findIndex(({ taste }) => Object.keys(taste.facets).length > 5);
    const leanings = tasteVector(WORLD.viewers[viewer].taste);
    const expected = WORLD.titles[title].truths.map((truth) => {
      const reading = workerReading(truth);
      return FACETS.reduce((sum, facet, f) => sum + leanings[f] * (reading[facet] ?? 0), 0);
    });
    const scores = Array.from(ranker.scores(viewer, title) ?? []);
    expect(Math.max(...scores.map((score, k) => Math.abs(score - expected[k])))).toBeLessThan(0.15);
  });
});
