import { createRandom } from '@keyart/common';
import { plantCampaign, type PlantedShape } from './planted-campaign';
import { playCampaign } from './play-campaign';

const SHAPE: PlantedShape = { segmentCount: 2, creativeCount: 3, baseRate: 0.2, lead: 0.5, prior: 'right' };

describe('plantCampaign', () => {
  it('gives the best creative of each segment its lead', () => {
    for (const { rates } of Array.from({ length: 20 }, (_, i) =>
      plantCampaign(SHAPE, createRandom(`lead/${i}`)),
    ))
      for (const row of rates) {
        const [best, second] = [...row].sort((a, b) => b - a);
        expect(best / second).toBeCloseTo(1.5, 9);
      }
  });

  it('deals the best rate to the smallest match where the prior is reversed', () => {
    const { campaign, rates } = plantCampaign({ ...SHAPE, prior: 'reversed' }, createRandom('reversed'));
    const same = plantCampaign(SHAPE, createRandom('reversed'));
    expect(campaign).toEqual(same.campaign);
    expect(rates).not.toEqual(same.rates);
  });
});

describe('playCampaign', () => {
  const play = (seed: string) => {
    const random = createRandom(seed);
    return playCampaign(plantCampaign(SHAPE, random), { impressionCount: 4_000, batchSize: 500 }, random);
  };

  it('finds a creative that leads by half, at less than half of the price of showing all alike', () => {
    for (const segment of play('play/1')) {
      expect(segment).toMatchObject({ isRight: true, lostFraction: 0 });
      expect(segment.regret).toBeLessThan(segment.uniformRegret / 2);
      // A tenth is held out and a twentieth of the rest is the floor: so much is always paid.
      expect(segment.regret).toBeGreaterThan(0.145 * segment.uniformRegret);
    }
  });

  it('is the same for the same seed', () => {
    expect(play('play/1')).toEqual(play('play/1'));
    expect(play('play/2')).not.toEqual(play('play/1'));
  });
});
