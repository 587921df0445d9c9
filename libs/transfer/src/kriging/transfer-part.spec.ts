import {
  ADVERSARIAL_SIMILARITY,
  plantedEffect,
  plantedRows,
  shuffledSimilarity,
  TRUE_SIMILARITY,
} from '../planted-log.factory';
import { traitOutcomes } from '../traits/trait-outcomes';
import type { TraitRow } from '../traits/trait-row';
import { traitSums } from '../traits/trait-sums';
import type { SumsByTitle } from './fit-covariogram';
import { fitTransferPart } from './transfer-part';

function sumsOf(rows: readonly TraitRow[]): SumsByTitle {
  return traitSums(traitOutcomes(rows), ({ title }) => title);
}

const planted = plantedRows({ rowCount: 40_000, effect: 0.1 });
const sums = sumsOf(planted);

describe('fitTransferPart', () => {
  it('finds how alike titles are, and that it helps titles left out', () => {
    const { covariogram, gain, isOn } = fitTransferPart(sums, TRUE_SIMILARITY);
    expect(isOn).toBe(true);
    // effects are .1 cos(…): variance .005
    expect(covariogram.variance).toBeGreaterThan(0.003);
    expect(covariogram.variance).toBeLessThan(0.008);
    expect(gain.fraction).toBeGreaterThan(0.5);
  });

  it('predicts a title it has nothing of from its neighbours', () => {
    const title = 7;
    const others = new Map([...sums].filter(([other]) => other !== title));
    const { effects, donors, effectiveCount } = fitTransferPart(others, TRUE_SIMILARITY).predict(title);
    for (let trait = 0; trait < effects.length; trait++)
      expect(Math.abs(effects[trait] - plantedEffect(title, trait, 0.1))).toBeLessThan(0.07);
    expect(Math.abs(Number(donors[0].title) - title)).toBeLessThan(10);
    expect(donors[0].rowCount).toBeGreaterThan(300);
    expect(effectiveCount).toBeGreaterThan(100);
  });

  it.each([
    ['any title is taken for any other', shuffledSimilarity('x')],
    ['opposite titles are taken for similar', ADVERSARIAL_SIMILARITY],
  ])('is switched off where %s', (_, similar) => {
    const part = fitTransferPart(sums, similar);
    expect(part.isOn).toBe(false);
    expect([...part.predict(7).effects]).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('says next to nothing where traits are worth the same on all titles', () => {
    const flat = sumsOf(plantedRows({ rowCount: 40_000, effect: 0 }));
    const part = fitTransferPart(flat, TRUE_SIMILARITY);
    expect(Math.max(...part.predict(7).effects.map(Math.abs))).toBeLessThan(0.03);
  });

  it('says nothing of a title without neighbours', () => {
    const alone = { neighbours: () => [], similarity: () => 0 };
    const { effects, donors, effectiveCount } = fitTransferPart(sums, alone).predict('new');
    expect([...effects]).toEqual([0, 0, 0, 0, 0, 0]);
    expect(donors).toEqual([]);
    expect(effectiveCount).toBe(0);
  });
});
