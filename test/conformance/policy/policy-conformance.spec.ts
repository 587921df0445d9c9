import {
  banditScorer,
  editorialScorer,
  eligibility,
  explorationFloor,
  fallback,
  greedy,
  demoted,
  llmScorer,
  pageComposition,
  pinned,
  popularScorer,
  randomPolicy,
  servingPolicy,
  softmax,
  squareCb,
  stickiness,
  studentScorer,
  type Policy,
} from '@keyart/ranking';
import { describePolicy } from './policy-conformance';
import {
  randomBaseline,
  SOME_CALIBRATION,
  SOME_GUARD,
  SOME_HYBRID,
  SOME_INSIGHTS,
  SOME_PARAMETERS,
  SOME_POPULARITY,
  SOME_STUDENT,
} from './policy-models.factory';

const bandit = (): Policy => squareCb(banditScorer(randomBaseline('1')), { gamma: 100 });
const llm = (): Policy => squareCb(llmScorer(SOME_CALIBRATION), { gamma: 100 });
const editorial = (): Policy => greedy(editorialScorer());
const PAGE = { similarityThreshold: 0.7, damping: 0.1 };
const STICKY = { minimumMs: 1_800_000, margin: 0.02 };
const serving = (): ReturnType<typeof servingPolicy> =>
  servingPolicy({
    models: {
      bandit: randomBaseline('1'),
      popularity: SOME_POPULARITY,
      llm: SOME_CALIBRATION,
      student: SOME_STUDENT,
      hybrid: SOME_HYBRID,
      insights: SOME_INSIGHTS,
      guard: SOME_GUARD,
    },
    parameters: SOME_PARAMETERS,
  });

describePolicy('random', randomPolicy, { floor: 1, isTotal: true });
describePolicy('editorial', editorial, { isTotal: true });
describePolicy('popular', () => squareCb(popularScorer(SOME_POPULARITY), { gamma: 10 }), { isTotal: true });
describePolicy('bandit, SquareCB', bandit, { isTotal: true });
describePolicy('bandit, greedy', () => greedy(banditScorer(randomBaseline('2'))), { isTotal: true });
describePolicy('bandit, softmax', () => softmax(banditScorer(randomBaseline('3')), { temperature: 0.05 }), {
  isTotal: true,
});
describePolicy('SquareCB of enormous gamma', () =>
  squareCb(banditScorer(randomBaseline('1')), { gamma: 1e300 }),
);
describePolicy('SquareCB of gamma 0', () => squareCb(banditScorer(randomBaseline('1')), { gamma: 0 }));
describePolicy('llm', llm);
describePolicy('student', () => squareCb(studentScorer(SOME_STUDENT), { gamma: 100 }));
describePolicy('eligibility(llm)', () => eligibility(llm()));
describePolicy('fallback', () => fallback([llm(), bandit(), editorial()]), { isTotal: true });
describePolicy('stickiness(bandit)', () => stickiness(bandit(), STICKY), { isTotal: true });
describePolicy('stickiness(random)', () => stickiness(randomPolicy(), STICKY), { isTotal: true });
describePolicy('page(bandit)', () => pageComposition(bandit(), PAGE), { isTotal: true });
describePolicy('page(random)', () => pageComposition(randomPolicy(), PAGE), { isTotal: true });
describePolicy('page(llm)', () => pageComposition(llm(), PAGE));
describePolicy('pinned(bandit)', () => pinned(bandit()), { isTotal: true });
describePolicy('pinned(llm)', () => pinned(llm()));
describePolicy(
  'demoted bandit',
  () => squareCb(demoted(banditScorer(randomBaseline('1')), SOME_GUARD), { gamma: 100 }),
  {
    isTotal: true,
  },
);
describePolicy('demoted editorial', () => greedy(demoted(editorialScorer(), SOME_GUARD)), { isTotal: true });
describePolicy('floor(greedy)', () => explorationFloor(editorial(), { epsilon: 0.1 }), {
  floor: 0.1,
  isTotal: true,
});
describePolicy('floor of 1', () => explorationFloor(editorial(), { epsilon: 1 }), { floor: 1 });
describePolicy(
  'floor(stickiness(llm))',
  () => explorationFloor(stickiness(llm(), STICKY), { epsilon: 0.3 }),
  {
    floor: 0.3,
  },
);
describePolicy('serving, production', () => serving().production, {
  floor: SOME_PARAMETERS.epsilon,
  isTotal: true,
});
describePolicy('serving, llm', () => serving().llm, { floor: SOME_PARAMETERS.epsilon, isTotal: true });
describePolicy('serving, hybrid', () => serving().hybrid, { floor: SOME_PARAMETERS.epsilon, isTotal: true });
describePolicy('serving, uniform', () => serving().uniform, { floor: 1, isTotal: true });
describePolicy('serving, popular', () => serving().popular, {
  floor: SOME_PARAMETERS.epsilon,
  isTotal: true,
});
describePolicy('serving, not personalised', () => serving()['not-personalised'], {
  floor: SOME_PARAMETERS.epsilon,
  isTotal: true,
});
