import fc from 'fast-check';
import { createRandom } from '@keyart/common';
import { fitAudience } from '../audience/fit-audience';
import type { AudienceRow } from '../audience/audience-row';
import { fitInsights, type InsightRow } from '../insights/fit-insights';
import type { TitleSimilarity } from '../kriging/title-similarity';
import {
  ADVERSARIAL_SIMILARITY,
  plantedEffect,
  plantedRows,
  shuffledSimilarity,
  TRUE_SIMILARITY,
} from '../planted-log.factory';
import { artworkPriors } from './artwork-priors';
import { buildTransferModel } from './build-transfer-model';
import { donorTones } from './donor-tones';
import type { TransferModel } from './transfer-model';

const EFFECT = 0.1;
const COLD = '7';
const FACET_COUNT = 3;

/** Title 7 is in the catalogue and never in the log. */
function logWithout(title: string): InsightRow[] {
  return plantedRows({ rowCount: 40_000, effect: EFFECT })
    .filter((row) => String(row.title) !== title)
    .map((row) => ({ ...row, title: String(row.title) }));
}

/** Similarity of titles by their names as texts. */
function named(similar: TitleSimilarity): TitleSimilarity {
  return {
    similarity: (a, b) => similar.similarity(Number(a), Number(b)),
    neighbours: (title) =>
      similar.neighbours(Number(title)).map((one) => ({ ...one, title: String(one.title) })),
  };
}

/** Viewers of the first leaning take titles on one side of the circle, and titles near 0 are taken more by everybody. */
function audienceRows(rowCount: number): AudienceRow[] {
  const random = createRandom('audience');
  return Array.from({ length: rowCount }, (_, i): AudienceRow => {
    const title = i % 120;
    const taste = Float64Array.from({ length: FACET_COUNT }, () => 2 * random.next() - 1);
    const place = Math.cos((2 * Math.PI * title) / 120);
    const chance = 0.3 + 0.1 * place + 0.2 * place * taste[0];
    return {
      viewer: i % 997,
      title: String(title),
      taste,
      reward: random.next() < chance ? 1 : 0,
      weight: 1,
    };
  }).filter(({ title }) => title !== COLD);
}

const rows = logWithout(COLD);

function modelBy(similarity: TitleSimilarity): TransferModel {
  const sources = { similarity: named(similarity), microGenre: null };
  const audience = fitAudience(audienceRows(30_000), sources.similarity);
  return buildTransferModel({
    insights: fitInsights(rows, sources),
    audience,
    titleIds: [COLD, '8', 'alone'],
  });
}

/** A picture of each trait. */
const pictures = Array.from({ length: 6 }, (_, trait) => {
  const traits = new Float64Array(6);
  traits[trait] = 1;
  return { artworkId: `picture-${trait}`, traits };
});

describe('a transfer model', () => {
  const model = modelBy(TRUE_SIMILARITY);

  it('ranks the pictures of a title that was never shown, and says from whom it knows', () => {
    const transfer = model.titles[COLD];
    const priors = artworkPriors(transfer, pictures);
    const truth = pictures.map((_, trait) => plantedEffect(Number(COLD), trait, EFFECT));
    priors.forEach(({ meanLift }, trait) => expect(Math.abs(meanLift - truth[trait])).toBeLessThan(0.07));
    const best = priors.reduce((a, b) => (b.meanLift > a.meanLift ? b : a));
    expect(truth[priors.indexOf(best)]).toBeGreaterThan(0.9 * EFFECT * Math.cos(Math.PI / 6));
    expect(transfer.similarity?.donors[0].similarity).toBeGreaterThan(0.95);
    expect(transfer.similarity?.effectiveCount).toBeGreaterThan(100);
    expect(model.guards.similarity).toMatchObject({ isOn: true, titleCount: 119 });
    expect(model.guards.similarity.reason).toMatch(/of the variance predicted on 119 titles left out/);
  });

  it('says whom a title that was never shown is for', () => {
    const { level, taste } = model.titles[COLD];
    const place = Math.cos((2 * Math.PI * Number(COLD)) / 120);
    expect(level?.effects[0]).toBeGreaterThan(0.05 * place);
    expect(level?.effects[0]).toBeLessThan(0.15 * place);
    expect(taste?.effects[0]).toBeGreaterThan(0.1 * place);
    expect(Math.abs(taste?.effects[1] ?? 1)).toBeLessThan(0.05);
  });

  it.each([
    ['opposite titles are taken for similar', ADVERSARIAL_SIMILARITY],
    ['any title is taken for any other', shuffledSimilarity('z')],
  ])('is switched off, and says why, where %s', (_, similarity) => {
    const { guards, titles } = modelBy(similarity);
    for (const kind of ['similarity', 'level', 'taste'] as const) {
      expect(guards[kind].isOn).toBe(false);
      expect(guards[kind].weight).toBe(0);
      expect(guards[kind].reason).toMatch(/^switched off: /);
    }
    expect(titles).toEqual({});
    expect(artworkPriors(titles[COLD], pictures).map(({ meanLift }) => meanLift)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('is plain JSON, the same for equal logs, and says nothing of a kind that was not fitted', () => {
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
    expect(modelBy(TRUE_SIMILARITY).version).toBe(model.version);
    expect(model.guards['micro-genre']).toMatchObject({ isOn: false, titleCount: 0 });
    expect(model.titles[COLD]).not.toHaveProperty('micro-genre');
    expect(model.titles[COLD]).not.toHaveProperty('tones');
  });

  it('is silent without a log', () => {
    const nothing = { similarity: null, microGenre: null };
    const empty = buildTransferModel({
      insights: fitInsights([], nothing),
      audience: fitAudience([], TRUE_SIMILARITY),
      titleIds: [COLD],
    });
    expect(empty).toMatchObject({ rowCount: 0, meanReward: 0, titles: {} });
  });
});

describe('artworkPriors', () => {
  it('adds up to nothing over a title, whatever the effects', () => {
    const effects = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(effects, (values) => {
        const similarity = { effects: values, effectiveCount: 1, donors: [] };
        const sum = artworkPriors({ similarity }, pictures).reduce((total, one) => total + one.meanLift, 0);
        return Math.abs(sum) < 1e-9;
      }),
    );
  });

  it('has no priors for a title without pictures', () => {
    expect(artworkPriors(undefined, [])).toEqual([]);
  });
});

describe('donorTones', () => {
  const tones = new Map<string, Readonly<Record<string, number>>>([
    ['a', { tense: 0.8, warm: 0.2 }],
    ['b', { warm: 1 }],
  ]);

  it('is the mean of the donors by similarity, and nothing where none has tones', () => {
    const donors = [
      { titleId: 'a', similarity: 0.6 },
      { titleId: 'b', similarity: 0.2 },
      { titleId: 'c', similarity: 0.9 },
    ];
    const mix = donorTones(donors, tones) ?? {};
    expect(mix.tense).toBeCloseTo(0.6, 12);
    expect(mix.warm).toBeCloseTo(0.4, 12);
    expect(donorTones([donors[2]], tones)).toBeNull();
  });
});
