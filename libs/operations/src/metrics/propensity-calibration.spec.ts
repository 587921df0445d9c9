import { createRandom, type Random } from '@keyart/common';
import { PropensityCalibration, type LoggedChoice } from './propensity-calibration';

const COUNT = 5_000;
const EPSILON = 0.1;
/** |z| of a true standard normal exceeds it once in 2,000. */
const BOUND = 3.5;

/** Draws from one distribution and logs another. */
function choice(random: Random, logged: readonly number[], drawn = logged): LoggedChoice {
  let rest = random.next();
  const index = drawn.findIndex((probability) => (rest -= probability) < 0);
  const candidates = logged.map((probability, i) => ({ artworkId: `a${i}`, probability, score: null }));
  return { candidates, artworkId: `a${index < 0 ? drawn.length - 1 : index}` };
}

/** A greedy choice with an exploration floor, over 2 to 6 candidates. */
function floored(random: Random): number[] {
  const count = 2 + Math.floor(random.next() * 5);
  const best = Math.floor(random.next() * count);
  return Array.from({ length: count }, (_, i) => EPSILON / count + (i === best ? 1 - EPSILON : 0));
}

describe('PropensityCalibration', () => {
  it.each([1, 2, 3, 4, 5])('stays within the bound for a true log, seed %i', (seed) => {
    const random = createRandom(`calibration/${seed}`);
    const calibration = new PropensityCalibration();
    for (let i = 0; i < COUNT; i++) calibration.add(choice(random, floored(random)));
    expect(calibration.figures().count).toBe(COUNT);
    expect(Math.abs(calibration.figures().z)).toBeLessThan(BOUND);
  });

  it('sees a sampler that leaves the exploration floor out', () => {
    const random = createRandom('calibration/greedy');
    const calibration = new PropensityCalibration();
    for (let i = 0; i < COUNT; i++) {
      const logged = floored(random);
      const greedy = logged.map((probability) => (probability === Math.max(...logged) ? 1 : 0));
      calibration.add(choice(random, logged, greedy));
    }
    expect(calibration.figures().z).toBeGreaterThan(2 * BOUND);
  });

  it('sees a sampler that explores more than it logs', () => {
    const random = createRandom('calibration/uniform');
    const calibration = new PropensityCalibration();
    for (let i = 0; i < COUNT; i++) {
      const logged = floored(random);
      const drawn = logged.map((probability) => 0.9 * probability + 0.1 / logged.length);
      calibration.add(choice(random, logged, drawn));
    }
    expect(calibration.figures().z).toBeLessThan(-2 * BOUND);
  });

  it('forgets what is older than its window', () => {
    const random = createRandom('calibration/window');
    const calibration = new PropensityCalibration(500);
    for (let i = 0; i < 500; i++) calibration.add(choice(random, [0.5, 0.5], [1, 0]));
    expect(calibration.figures().z).toBeGreaterThan(2 * BOUND);
    for (let i = 0; i < 500; i++) calibration.add(choice(random, [0.5, 0.5]));
    expect(Math.abs(calibration.figures().z)).toBeLessThan(BOUND);
  });

  it('leaves out what could not have been otherwise', () => {
    const calibration = new PropensityCalibration();
    calibration.add({ candidates: [{ artworkId: 'a', probability: 1, score: null }], artworkId: 'a' });
    expect(calibration.figures()).toEqual({ z: 0, count: 0 });
  });
});
