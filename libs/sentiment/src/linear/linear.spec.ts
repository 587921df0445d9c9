import { createRandom } from '@keyart/common';
import { FeatureScanner } from '../text/feature-scanner';
import { bagMargins, bagOf } from './bag';
import { FeatureIndex } from './feature-index';
import { inverseFrequencyScales, naiveBayesScales } from './feature-scales';
import { fitLinearSvm } from './fit-linear-svm';
import { calibrated, fitPlatt } from './fit-platt';
import { frequentFeatures, scanTexts } from './index-features';
import { keepColumns, pickTexts, presenceOf, textCounts, type Presence } from './presence';
import { selectFeatures } from './select-features';

const presence = (rows: number[][], columnCount: number): Presence => ({
  starts: Uint32Array.from([0, ...rows.map((_, i) => rows.slice(0, i + 1).flat().length)]),
  columns: Uint32Array.from(rows.flat()),
  columnCount,
});

describe('FeatureIndex', () => {
  it('finds what it holds and nothing else', () => {
    const random = createRandom('index');
    const drawn = Array.from({ length: 5000 }, () => Math.floor(random.next() * 2 ** 32));
    const known = Uint32Array.from(new Set(drawn)).sort();
    const index = new FeatureIndex(known);
    expect(Array.from(known).every((hash, column) => index.columnOf(hash) === column)).toBe(true);
    const held = new Set(known);
    const others = Array.from({ length: 5000 }, () => Math.floor(random.next() * 2 ** 32));
    expect(others.filter((hash) => !held.has(hash)).every((hash) => index.columnOf(hash) === -1)).toBe(true);
    expect(new FeatureIndex(new Uint32Array()).columnOf(7)).toBe(-1);
  });
});

describe('presenceOf', () => {
  it('holds each feature of a text once, those of enough texts', () => {
    const scanned = scanTexts(
      ['good good film', 'good plot', 'bad plot'],
      new FeatureScanner({ wordCount: 1, characterCounts: null }),
    );
    const own = presenceOf(scanned, frequentFeatures(scanned, 2));
    expect(own.columnCount).toBe(2);
    expect(Array.from(textCounts(own))).toEqual([2, 2]);
    expect(Array.from(own.starts)).toEqual([0, 1, 3, 4]);
    expect(Array.from(pickTexts(own, [2, 0]).starts)).toEqual([0, 1, 2]);
    expect(keepColumns(own, Uint32Array.of(1)).columnCount).toBe(1);
  });
});

describe('scales', () => {
  it('count what tells the sides apart, and what is rare', () => {
    const own = presence(
      [
        [0, 1],
        [0, 1],
        [0, 2],
        [0, 2],
      ],
      3,
    );
    const [both, one, other] = naiveBayesScales(own, [true, true, false, false]);
    expect(both).toBeCloseTo(0, 6);
    expect(one).toBeCloseTo(Math.log(3), 6);
    expect(other).toBeCloseTo(one, 6);
    expect(Array.from(inverseFrequencyScales(own))[1]).toBeCloseTo(1 + Math.log(5 / 3), 6);
  });
});

describe('fitLinearSvm', () => {
  it('finds the plane that solves its own conditions', () => {
    const random = createRandom('svm');
    const rows = Array.from({ length: 300 }, () => [0, 1, 2, 3, 4, 5].filter(() => random.next() < 0.5));
    const labels = rows.map((row) => (row.includes(0) ? 0.8 : 0.2) > random.next());
    const texts = { presence: presence(rows, 6), scales: Float32Array.from([1, 2, 1, 1, 0.5, 1]) };
    const cost = 0.7;
    const options = { cost, tolerance: 1e-9, maximumPasses: 3000, random: createRandom('order') };
    const { weights, bias } = fitLinearSvm(texts, labels, options);
    // w = 2C Σ y_i max(0, 1 − y_i m_i) x_i, and the same of the bias: the gradient of the primal is 0
    const margins = bagMargins(bagOf(texts, [{ weights, bias }]), texts.presence);
    const gradient = Array.from([...weights, bias]);
    rows.forEach((row, i) => {
      const y = labels[i] ? 1 : -1;
      const slack = 2 * cost * Math.max(0, 1 - y * margins[i]) * y;
      const norm = Math.hypot(...row.map((j) => texts.scales[j]));
      for (const j of row) gradient[j] -= (slack * texts.scales[j]) / norm;
      gradient[6] -= slack;
    });
    expect(Math.max(...gradient.map(Math.abs))).toBeLessThan(1e-3);
    expect(weights[0]).toBeGreaterThan(Math.max(...weights.slice(1)));
  });
});

describe('selectFeatures', () => {
  it('keeps what weighs most and occurs often', () => {
    const own = presence([[0, 1], [0, 1], [2]], 3);
    const bag = {
      values: Float32Array.of(1, 0.1, 1.2),
      scales: Float32Array.of(1, 1, 1),
      biases: Float32Array.of(0),
    };
    expect(Array.from(selectFeatures(bag, own, 2))).toEqual([0, 2]);
    expect(Array.from(selectFeatures(bag, own, 1))).toEqual([0]);
  });
});

describe('fitPlatt', () => {
  it.each([
    [2, -1],
    [0.5, -6],
  ])('finds slope %d and offset %d, rare sides too', (slope, offset) => {
    const random = createRandom('platt');
    const margins = Array.from({ length: 40_000 }, () => 6 * random.next() - 3);
    const labels = margins.map((margin) => random.next() < calibrated({ slope, offset }, margin));
    const found = fitPlatt(margins, labels);
    expect(Math.abs(found.slope - slope)).toBeLessThan(0.25);
    expect(Math.abs(found.offset - offset)).toBeLessThan(0.4);
  });

  it('stays finite where margins say nothing or all', () => {
    const flat = fitPlatt([1, 1, 1], [true, false, false]);
    expect(Number.isFinite(flat.slope) && Number.isFinite(flat.offset)).toBe(true);
    expect(calibrated(fitPlatt([-40, -30, 30, 40], [false, false, true, true]), 35)).toBeGreaterThan(0.6);
  });
});
