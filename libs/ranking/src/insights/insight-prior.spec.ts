import fc from 'fast-check';
import { chosenInsights } from './chosen-insights';
import type { InsightModel } from './insight-model';
import { InsightPrior, MAX_LIFT, REGION_SHARE } from './insight-prior';

const model: InsightModel = {
  version: 'insights/1',
  lifts: { a: { similarity: 0.02, 'micro-genre': 0.01, scene: -0.005 }, b: { similarity: 5 } },
  regions: { iberia: { a: 0.05, b: -3 } },
  titleLines: {},
  regionOf: { PT: 'iberia' },
};

describe('InsightPrior', () => {
  const prior = new InsightPrior(model);

  it('adds what the insights say of a picture, within bounds, and nothing of one it does not know', () => {
    expect(prior.lift('a')).toBeCloseTo(0.025, 12);
    expect(prior.lift('b')).toBe(MAX_LIFT);
    expect(prior.lift('constructor')).toBe(0);
  });

  it('leaves scores alone where nothing is known of the place', () => {
    expect(prior.inRegion(0.2, 'JP', 'a')).toBe(0.2);
    expect(prior.inRegion(0.2, '', 'a')).toBe(0.2);
    expect(prior.inRegion(0.2, 'PT', 'c')).toBe(0.2);
  });

  it('moves a score by a small share of itself at most, the right way whatever its sign', () => {
    expect(prior.inRegion(0.2, 'PT', 'a')).toBeCloseTo(0.21, 12);
    expect(prior.inRegion(-0.2, 'PT', 'a')).toBeCloseTo(-0.19, 12);
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1, max: 1 }), (score) => {
        const moved = prior.inRegion(score, 'PT', 'b') - score;
        return moved <= 0 && Math.abs(moved) <= REGION_SHARE * Math.abs(score) + 1e-15;
      }),
    );
  });
});

describe('chosenInsights', () => {
  it('is the model itself with all of them, and nothing without any', () => {
    expect(chosenInsights(model, ['region', 'scene', 'micro-genre', 'similarity'])).toBe(model);
    expect(chosenInsights(model, [])).toBeNull();
  });

  it('leaves out what is switched off, as another version', () => {
    const chosen = chosenInsights(model, ['scene', 'similarity']);
    expect(chosen).toMatchObject({ lifts: { a: { similarity: 0.02, scene: -0.005 } }, regions: {} });
    expect(chosen?.lifts.a).not.toHaveProperty('micro-genre');
    const versions = [['scene', 'similarity'], ['similarity', 'scene'], ['scene']] as const;
    const [one, same, other] = versions.map((insights) => chosenInsights(model, insights)?.version);
    expect(one).toBe(same);
    expect(new Set([one, other, model.version]).size).toBe(3);
    expect(chosenInsights(model, ['region'])?.regions).toBe(model.regions);
  });
});
