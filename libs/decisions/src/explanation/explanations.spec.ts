import { FEATURE_LAYOUT, FEATURE_VERSION, NEW_VIEWER_TASTE, type ArtworkDescriptor } from '@keyart/features';
import type { BaselineModel } from '@keyart/ranking';
import { decisionRecord } from './decision-record.factory';
import { counterfactualsOf } from './counterfactuals';
import type { DecisionEvidence } from './decision-evidence';
import { explainToAnalyst } from './explain-to-analyst';
import { explainToViewer } from './explain-to-viewer';

/** Score of a picture: the sum of what taste and picture share. */
const bandit: BaselineModel = {
  version: 'm',
  featureVersion: FEATURE_VERSION,
  weightIndices: [FEATURE_LAYOUT.match],
  weightValues: [1],
  artworkPriors: {},
};
const taste = { ...NEW_VIEWER_TASTE, historyCount: 9, facets: { romance: 0.8, scary: 0.5, war: -0.9 } };
const pictureOf = (artworkId: string, facets: ArtworkDescriptor['facets']): ArtworkDescriptor => ({
  ...{
    artworkId,
    titleId: 't',
    facets,
    caption: `Picture ${artworkId}.`,
    captionVersion: '1',
    isEditorialDefault: false,
    look: null,
  },
});
const record = decisionRecord({
  candidates: [
    { artworkId: 'a', probability: 0.8, score: 0.8 },
    { artworkId: 'b', probability: 0.2, score: 0.5 },
  ],
});
const evidence: DecisionEvidence = {
  ...{ record, taste, bandit, insights: null, guard: null },
  descriptors: [pictureOf('a', { romance: 1 }), pictureOf('b', { scary: 1 })],
};

describe('counterfactualsOf', () => {
  it('takes the strongest tastes away one at a time, strongest first', () => {
    expect(counterfactualsOf(evidence)).toEqual([
      { facet: 'war', leaning: -0.9, favouriteId: 'a', isChanged: false, scores: [0.8, 0.5] },
      { facet: 'romance', leaning: 0.8, favouriteId: 'b', isChanged: true, scores: [0, 0.5] },
      { facet: 'scary', leaning: 0.5, favouriteId: 'a', isChanged: false, scores: [0.8, 0] },
    ]);
  });

  it.each([
    ['another tier decided', { bandit: null }],
    ['the taste is gone', { taste: null }],
    ['a picture is gone', { descriptors: [evidence.descriptors[0], null] }],
    ['the viewer is new', { taste: NEW_VIEWER_TASTE }],
  ])('says nothing where %s', (_, more) => {
    expect(counterfactualsOf({ ...evidence, ...more })).toEqual([]);
  });
});

describe('explainToViewer', () => {
  it('says which liking made the difference, and what the viewer can do', () => {
    expect(explainToViewer(evidence)).toEqual({
      headline: 'Because you love romance',
      notes: [],
      changes: [
        'Without your liking for romance another picture would have been the favourite: “Picture b.”.',
        'Pin another picture, and you will always see that one.',
        'Report it as misleading, and you will not see it again.',
        'Switch personalised pictures off, and your tastes no longer count.',
      ],
    });
  });

  it('offers a viewer who opted out, or pinned, the way back', () => {
    const changesOf = (more: Parameters<typeof decisionRecord>[0]) =>
      explainToViewer({ ...evidence, record: decisionRecord(more), taste: NEW_VIEWER_TASTE }).changes.at(-1);
    expect(changesOf({ policy: 'not-personalised', assignedBy: 'preference' })).toBe(
      'Switch personalised pictures on, and your tastes count again.',
    );
    expect(changesOf({ stickyOutcome: 'pinned', isLocked: true })).toBe(
      'Take the pin away, and the picture is chosen anew.',
    );
  });
});

describe('explainToAnalyst', () => {
  it('gives scores, contributions and whether the decision can be reproduced', () => {
    const { candidates, isReproduced, taste: leanings } = explainToAnalyst(evidence);
    expect(isReproduced).toBe(true);
    expect(leanings).toEqual(taste.facets);
    expect(candidates[0]).toEqual({
      ...record.candidates[0],
      reproducedScore: 0.8,
      contributions: [{ name: 'taste:romance × picture:romance', value: 0.8 }],
      isDemoted: false,
    });
  });

  it('says when the pictures are described otherwise today, and what the guard demotes', () => {
    const why = { clickFraction: 0.5, qualityFraction: 0.1, titleQualityFraction: 0.4, clickCount: 400 };
    const guard = { version: 'g', demotions: { a: why } };
    const { candidates, isReproduced } = explainToAnalyst({ ...evidence, guard });
    expect([isReproduced, candidates.map((one) => one.isDemoted)]).toEqual([false, [true, false]]);
  });

  it('keeps to the record where the model cannot be asked', () => {
    const { candidates, isReproduced, counterfactuals } = explainToAnalyst({ ...evidence, bandit: null });
    expect([isReproduced, counterfactuals, candidates[0].reproducedScore]).toEqual([null, [], null]);
  });
});
