import type { TrainingArtwork, TrainingHistoryEntry, TrainingTitle } from '@keyart/contracts';
import { templateByName } from '@keyart/llm';
import type { ExportContext } from '../context/export-context';
import { ViewerTimeline } from '../context/viewer-timeline';
import type { ExportDecision } from '../decisions/export-decision';
import type { RowPlan, RowSettings } from './row-plan';

/** For tests: a film of a genre, seen a day. */
export function aFilm(genre: string, day: number, rating = 5): TrainingHistoryEntry {
  return {
    ...{ title: `${genre} ${day}`, year: 1950, genres: [genre], people: ['A. Person'], rating },
    watchedAt: new Date(Date.UTC(2025, 0, day)).toISOString(),
  };
}

/** For tests: moment of a decision, after all films unless said otherwise. */
export const DECIDED_AT_MS = Date.UTC(2026, 0, 1);

/** For tests: title `t0` with pictures `a0` to `a3`; `lover` and `friend` like romance, `fighter` war, `new` is unknown. */
export function aContext(): ExportContext {
  const histories = {
    lover: [aFilm('romance', 1), aFilm('romance', 2), aFilm('war', 3, 1)],
    friend: [aFilm('romance', 4), aFilm('romance', 5), aFilm('war', 6, 1)],
    fighter: [aFilm('war', 1), aFilm('war', 2), aFilm('romance', 3, 1)],
    new: [],
  };
  const title: TrainingTitle = {
    titleId: 't0',
    name: 'A Title',
    year: 1950,
    genres: ['drama'],
    synopsis: 'It ends.',
  };
  const artworks = [0, 1, 2, 3].map((k): TrainingArtwork => {
    return { artworkId: `a${k}`, titleId: 't0', caption: `Picture number ${k}`, isEditorialDefault: k === 0 };
  });
  const viewers = Object.entries(histories).map(
    ([memberId, history]) => new ViewerTimeline({ memberId, region: 'NL', history }),
  );
  return {
    titles: new Map([[title.titleId, title]]),
    artworks: new Map(artworks.map((one) => [one.artworkId, one])),
    viewers: new Map(viewers.map((one) => [one.memberId, one])),
    hasHeldOutViewers: false,
  };
}

/** For tests: a decision of `lover` that showed `a0` with propensity .25, and was taken. */
export function aDecision(changes: Partial<ExportDecision> = {}): ExportDecision {
  return {
    ...{ row: 1, decisionId: 'd1', userId: 'lover', titleId: 't0', action: 'a0', atMs: DECIDED_AT_MS },
    ...{ propensity: 0.25, reward: 1, candidates: ['a0', 'a1', 'a2', 'a3'] },
    candidatePropensities: [0.25, 0.25, 0.25, 0.25],
    ...changes,
  };
}

/** For tests: a plan of ChatML rows where `a3` was never shown. */
export function aPlan(changes: Partial<RowSettings> = {}): RowPlan {
  return {
    settings: {
      ...{ recipe: 'label-softmax', maxWeight: 10, seed: '1', neverShownWeight: 0.25, hasNegatives: true },
      prompt: { template: templateByName('chatml'), formulation: 'pointwise', historyTokens: 150 },
      ...{ similarity: 0.5, maxTokens: 2048 },
      ...changes,
    },
    context: aContext(),
    survey: { isShown: (id) => id !== 'a3', notTakenScale: 0.2 },
    rationales: { kind: 'facts' },
  };
}

/** For tests: the same plan for another formulation. */
export function choicePlan(changes: Partial<RowSettings> = {}): RowPlan {
  const plan = aPlan(changes);
  return {
    ...plan,
    settings: { ...plan.settings, prompt: { ...plan.settings.prompt, formulation: 'choice' } },
  };
}
