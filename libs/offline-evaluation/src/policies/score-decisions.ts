import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Candidate, DecisionContext, LabelScores, Policy } from '@keyart/ranking';
import type { JudgedDecision } from './judged-decision';

/** A choice known from its log alone: in no region that anything is known of. */
const NOWHERE = '';

/** A policy for each decision, and the LLM's scores where it reads them. */
export interface DecisionScoring {
  policyFor(decision: JudgedDecision): Policy;
  readonly labelScores: ReadonlyMap<JudgedDecision, LabelScores>;
}

/**
 * Writes what a policy would have done in each decision as a long table: `decision_id`, `action`, `probability`, every candidate of the
 * log. A policy is judged by what it knows at first sight of a title: nothing was shown before, nothing is pinned.
 * @param file CSV
 */
export async function scoreDecisions(
  file: string,
  decisions: readonly JudgedDecision[],
  scoring: DecisionScoring,
): Promise<void> {
  await pipeline(Readable.from(lines(decisions, scoring)), createWriteStream(file));
}

function* lines(decisions: readonly JudgedDecision[], scoring: DecisionScoring): Generator<string> {
  yield 'decision_id,action,probability\n';
  for (const decision of decisions) {
    const { decisionId, candidates } = decision.choice;
    const probabilities = probabilitiesOf(decision, scoring);
    yield candidates.map((action, i) => `${cell(decisionId)},${cell(action)},${probabilities[i]}\n`).join('');
  }
}

function probabilitiesOf(
  decision: JudgedDecision,
  { policyFor, labelScores }: DecisionScoring,
): readonly number[] {
  const { artworks, choice, known, taste } = decision;
  const context: DecisionContext = {
    viewer: { memberId: known?.record.memberId ?? choice.userId, taste },
    titleId: choice.titleId,
    region: known?.record.surface.region ?? NOWHERE,
    nowMs: known?.record.decidedAt.getTime() ?? 0,
    ...{ shownBefore: null, pinnedArtworkId: null, studentScores: null },
    labelScores: labelScores.get(decision) ?? null,
    neighbours: known?.neighbours ?? [],
  };
  const candidates = artworks.map((descriptor): Candidate => ({ descriptor, ineligibleReasons: [] }));
  const answer = policyFor(decision).distribute(context, candidates);
  if (answer.kind === 'distribution') return answer.probabilities;
  throw new Error(`no answer for decision ${choice.decisionId}: ${answer.failures[0].reason}`);
}

function cell(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
