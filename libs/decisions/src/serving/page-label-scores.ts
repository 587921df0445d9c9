import type { CatalogueSnapshot } from '@keyart/catalog';
import type { Logger } from '@keyart/common';
import { isEligible, type LabelScores } from '@keyart/ranking';
import type { DescriptorCache } from '../candidates/descriptor-cache';
import type { InlineScorer } from '../inline/inline-scorer';
import { scoreWithin, type InlineScores } from '../inline/score-within';
import type { DecidableTitle } from './title-candidates';
import { usableLabelScores } from './usable-label-scores';
import type { ViewerPage } from './viewer-page';

/** Titles to find label scores for, and what may be used. */
export interface PageScoresQuestion {
  readonly page: ViewerPage;
  readonly titles: readonly DecidableTitle[];
  readonly snapshot: CatalogueSnapshot;
  readonly descriptors: DescriptorCache;
  /** null: precomputed scores only. */
  readonly inline: { readonly scorer: InlineScorer; readonly budgetMs: number } | null;
  readonly logger: Logger;
}

/** Label scores by title, and how many of the titles had precomputed ones. */
export interface PageLabelScores extends InlineScores {
  readonly precomputedCount: number;
}

/**
 * Label scores of the page's titles: precomputed ones that are valid for the candidates, and inline ones for the rest
 * where the request left time for them.
 */
export async function pageLabelScores(question: PageScoresQuestion): Promise<PageLabelScores> {
  const scores = new Map<string, LabelScores>();
  const missing: DecidableTitle[] = [];
  for (const decidable of question.titles) {
    const { titleId } = decidable.place;
    const rows = question.page.scoresOf(titleId);
    const found = usableLabelScores({ ...question, rows, candidates: decidable.candidates });
    if (found) scores.set(titleId, found);
    else missing.push(decidable);
  }
  const precomputedCount = scores.size;
  if (!question.inline || missing.length === 0) return { scores, failure: null, precomputedCount };
  const late = await scoreInline(missing, question, question.inline);
  return { scores: new Map([...scores, ...late.scores]), failure: late.failure, precomputedCount };
}

function scoreInline(
  missing: readonly DecidableTitle[],
  { page, logger }: PageScoresQuestion,
  { scorer, budgetMs }: { scorer: InlineScorer; budgetMs: number },
): Promise<InlineScores> {
  const titles = missing.map(({ title, candidates }) => ({
    title,
    artworks: candidates.filter(isEligible).map(({ descriptor }) => descriptor),
  }));
  const request = { viewer: page.viewer, titles };
  return scoreWithin({ scorer, request, budgetMs, logger });
}
