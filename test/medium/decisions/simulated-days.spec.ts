import { simulateDays, type Simulation } from '../../factories/simulated-days/simulate-days';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const TIMEOUT_MS = 600_000;
/** Standard errors. */
const LEAST_GAIN = 3;
const LARGEST_DEVIATION = 3.5;
const ARTWORKS_A_TITLE = 5;
const LEAST_P_VALUE = 0.001;

describe('ten days of viewers with tastes', () => {
  let test: TestDatabase;
  let simulation: Simulation;
  beforeAll(async () => {
    test = await createTestDatabase();
    simulation = await simulateDays(test.database, { dayCount: 10, memberCount: 240, seed: 'days' });
  }, TIMEOUT_MS);
  afterAll(() => test.drop());

  it('teach the service: viewers take more at the end than on the first day', () => {
    const { gain, gainStandardError } = simulation.verdict;
    expect(gain / gainStandardError).toBeGreaterThan(LEAST_GAIN);
  });

  it('let models trained on the log into service, by way of the shadow', () => {
    const { days } = simulation;
    expect(days.map(({ verdict }) => verdict)).toContain('promote');
    expect(days[days.length - 1].banditVersion).not.toBe(days[0].banditVersion);
  });

  it('end with choices as likely as was logged', () => {
    expect(Math.abs(simulation.verdict.propensityDeviation)).toBeLessThan(LARGEST_DEVIATION);
  });

  it('keep the slices at their sizes', () => {
    expect(simulation.verdict.sliceRatioPValue).toBeGreaterThan(LEAST_P_VALUE);
  });

  it('find the planted clickbait out, and hardly anything else', () => {
    const { demotedOnDay, clickbaitShareBefore, clickbaitShareAfter, wronglyDemotedIds } = simulation.verdict;
    expect(demotedOnDay).not.toBeNull();
    expect(clickbaitShareAfter).toBeLessThan(clickbaitShareBefore);
    expect(clickbaitShareAfter).toBeLessThan(1 / ARTWORKS_A_TITLE);
    expect(wronglyDemotedIds.length).toBeLessThanOrEqual(1);
  });
});
