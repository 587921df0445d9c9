import fc from 'fast-check';
import { SHOT_SCALES, type PictureLook } from '@keyart/contracts';
import { FACETS, type ArtworkDescriptor, type FacetWeights, type TasteProfile } from '@keyart/features';
import type { Candidate, DecisionContext, LabelScores, ShownBefore, StudentScores } from '@keyart/ranking';
import { SOME_STUDENT } from './policy-models.factory';

/** A context and the candidates put before a policy, as hostile as the types allow. */
export interface PolicyCase {
  readonly context: DecisionContext;
  readonly candidates: readonly Candidate[];
}

const NOW_MS = 1_700_000_000_000;
const DAY_MS = 86_400_000;

const facetWeights = (least: number): fc.Arbitrary<FacetWeights> =>
  fc.dictionary(fc.constantFrom(...FACETS), fc.double({ min: least, max: 1, noNaN: true }), { maxKeys: 6 });

const taste: fc.Arbitrary<TasteProfile> = facetWeights(-1).map((facets) => ({
  version: 'taste',
  historyCount: 9,
  facets,
  loves: [],
  likes: [],
  avoids: [],
  people: [],
  eras: [],
}));

const fraction = fc.double({ min: 0, max: 1, noNaN: true });

const look: fc.Arbitrary<PictureLook> = fc.record({
  shotScale: fc.constantFrom(...SHOT_SCALES),
  faceCount: fc.nat(9),
  tallestFaceFraction: fraction,
  letteringFraction: fraction,
  darkFraction: fraction,
  warmth: fc.double({ min: -1, max: 1, noNaN: true }),
  saturationFraction: fraction,
});

const candidate = fc
  .record({
    id: fc.oneof(fc.string({ minLength: 1, maxLength: 4 }), fc.constantFrom('constructor', '__proto__', 'é')),
    facets: facetWeights(0),
    caption: fc.constantFrom('a lone rider at dusk', 'two lovers, red umbrella', ''),
    isEditorialDefault: fc.boolean(),
    look: fc.option(look),
    ineligibleReasons: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.constant(['rights-expired'])),
  })
  .map(({ id, ineligibleReasons, ...rest }): Candidate => ({
    descriptor: { ...rest, artworkId: id, titleId: 'title', captionVersion: '1' },
    ineligibleReasons,
  }));

const candidates = fc.uniqueArray(candidate, { maxLength: 8, selector: (one) => one.descriptor.artworkId });

const shownBefore = (ids: readonly string[]): fc.Arbitrary<ShownBefore> =>
  fc.record({
    artworkId: fc.constantFrom('gone', ...ids),
    shownAtMs: fc.integer({ min: NOW_MS - DAY_MS, max: NOW_MS + DAY_MS / 24 }),
    lockedUntilMs: fc.option(fc.integer({ min: NOW_MS - 9, max: NOW_MS + 9 })),
  });

/** A picture of another title: anything, or the very look of a candidate. */
const neighbour = (some: readonly Candidate[]): fc.Arbitrary<ArtworkDescriptor> =>
  fc
    .oneof(candidate, ...some.map((one) => fc.constant(one)))
    .map(({ descriptor }) => ({ ...descriptor, titleId: 'neighbour' }));

const soundValue = fc.double({ min: -30, max: 0, noNaN: true });
const MOST_OPTIONS = 9;

const labelScores = (ids: readonly string[]): fc.Arbitrary<LabelScores> =>
  fc
    .record({
      modelVersion: fc.constant('llm/1'),
      artworkIds: fc.oneof(
        { weight: 3, arbitrary: fc.constant(ids) },
        fc.constant([...ids, 'extra']),
        fc.subarray([...ids]),
      ),
      formulation: fc.constantFrom('choice' as const, 'pointwise' as const),
      values: fc.array(fc.oneof({ weight: 60, arbitrary: soundValue }, fc.double()), {
        minLength: MOST_OPTIONS,
        maxLength: MOST_OPTIONS,
      }),
      labelMass: fc.oneof({ weight: 3, arbitrary: fc.constant(0.9) }, fc.double({ min: 0, max: 1 })),
      missingLabelCount: fc.constantFrom(0, 0, 0, 1),
    })
    .map((scores) => ({ ...scores, values: scores.values.slice(0, scores.artworkIds.length) }));

const studentScores = (ids: readonly string[]): fc.Arbitrary<StudentScores> =>
  labelScores(ids).map(({ artworkIds, values }) => ({
    modelVersion: SOME_STUDENT.version,
    ...{ artworkIds, values },
  }));

/**
 * Cases with 0–8 candidates, some ineligible; sticky states young, old, locked, gone; label scores sound and broken; pins;
 * neighbours that look like a candidate and others.
 */
export const policyCase: fc.Arbitrary<PolicyCase> = candidates.chain((some) => {
  const ids = some.map((one) => one.descriptor.artworkId);
  return fc.record({
    candidates: fc.constant(some),
    context: fc.record({
      viewer: fc.record({ memberId: fc.string(), taste }),
      titleId: fc.constant('title'),
      region: fc.constantFrom('PT', 'JP', '', 'constructor'),
      nowMs: fc.constant(NOW_MS),
      shownBefore: fc.option(shownBefore(ids)),
      labelScores: fc.option(labelScores(ids), { freq: 9 }),
      studentScores: fc.option(studentScores(ids), { freq: 9 }),
      pinnedArtworkId: fc.option(fc.constantFrom('gone', ...ids), { freq: 1 }),
      neighbours: fc.array(neighbour(some), { maxLength: 4 }),
    }),
  });
});
