import { createRandom, uniformFromKey } from '@keyart/common';
import type { ArtworkDescriptor, TasteProfile } from '@keyart/features';
import { fitHybrid, type HybridRow } from './fit-hybrid';
import { simulatedCatalogue, simulatedLog, simulatedTastes } from './simulated-log.factory';

const catalogue = simulatedCatalogue(40);
const tastes = simulatedTastes(150, createRandom('hybrid/tastes'));

/** What the model knows and the bandit cannot: something between this viewer and this very picture, in nats, mean 0 over a title. */
function logShares(taste: TasteProfile, slate: readonly ArtworkDescriptor[]): number[] {
  const values = slate.map(({ artworkId }) => 2 * uniformFromKey(`${taste.version}/${artworkId}`, 'z'));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

const slateOf = (titleId: string): readonly ArtworkDescriptor[] =>
  catalogue.find(([first]) => first.titleId === titleId) ?? [];

/** Takes by taste × facet, which the bandit learns, and .15 a nat of what the model says. */
function hybridRows(rowCount: number, modelWeight: number): HybridRow[] {
  const nats = (taste: TasteProfile, artwork: ArtworkDescriptor): number => {
    const slate = slateOf(artwork.titleId);
    return logShares(taste, slate)[slate.indexOf(artwork)];
  };
  const facetOf = ({ facets }: ArtworkDescriptor) => Object.keys(facets)[0] as keyof TasteProfile['facets'];
  const log = simulatedLog({
    ...{ seed: 'hybrid/log', rowCount, catalogue, tastes },
    truth: (taste, artwork) =>
      0.4 + 0.25 * (taste.facets[facetOf(artwork)] ?? 0) + modelWeight * nats(taste, artwork),
    preference: () => 1,
  });
  return log.map((row) => {
    const slate = slateOf(row.artwork.titleId);
    const own = { modelVersion: 'student/1', temperature: 1, logShares: logShares(row.taste, slate) };
    const shownAt = slate.indexOf(row.artwork);
    return { ...row, memberId: row.taste.version, slate, shownAt, scores: { llm: null, student: own } };
  });
}

describe('fitHybrid', () => {
  it('finds what a nat is worth, and trusts a bandit that is right', () => {
    const hybrid = fitHybrid(hybridRows(8_000, 0.15));
    expect(hybrid).toMatchObject({ llm: null, student: { modelVersion: 'student/1', rowCount: 8_000 } });
    for (const weights of [hybrid?.student?.warm, hybrid?.student?.cold]) {
      // Standard error .010 a nat (σ ≈ .49 over √8,000 rows of spread .53): four of them.
      expect(Math.abs((weights?.model ?? NaN) - 0.15)).toBeLessThan(0.04);
      // Below 1: what the bandit says of members and titles it has not seen is partly noise.
      expect(weights?.bandit).toBeGreaterThan(0.5);
      expect(weights?.bandit).toBeLessThan(1.1);
    }
  });

  it('gives a model that knows nothing no weight, and equal logs equal versions', () => {
    const rows = hybridRows(3_000, 0);
    const hybrid = fitHybrid(rows);
    expect(Math.abs(hybrid?.student?.warm.model ?? NaN)).toBeLessThan(0.07);
    expect(fitHybrid(rows)?.version).toBe(hybrid?.version);
    expect(fitHybrid(rows.slice(1))?.version).not.toBe(hybrid?.version);
  });

  it('learns nothing from too few scores', () => {
    const rows = hybridRows(600, 0.15);
    const scored = rows.map((row, i) => (i < 499 ? row : { ...row, scores: { llm: null, student: null } }));
    expect(fitHybrid(scored)).toBeNull();
    expect(fitHybrid([])).toBeNull();
  });
});
