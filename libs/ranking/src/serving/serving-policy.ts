import { contentHash } from '@keyart/common';
import type { ServedPolicy, Slice } from '@keyart/contracts';
import { FEATURE_VERSION, NEAR_IDENTICAL_SIMILARITY } from '@keyart/features';
import type { BaselineModel } from '../baseline-model';
import type { ClickbaitGuardModel } from '../clickbait-guard-model';
import { eligibility } from '../combinators/eligibility.combinator';
import { explorationFloor } from '../combinators/exploration-floor.combinator';
import { fallback } from '../combinators/fallback.combinator';
import { forNewViewer } from '../combinators/for-new-viewer.combinator';
import { pageComposition } from '../combinators/page-composition.combinator';
import { pinned } from '../combinators/pinned.combinator';
import { stickiness } from '../combinators/stickiness.combinator';
import { greedy } from '../exploration/greedy.policy';
import { randomPolicy } from '../exploration/random.policy';
import { squareCb } from '../exploration/square-cb.policy';
import type { HybridModel } from '../hybrid-model';
import type { InsightModel } from '../insights/insight-model';
import { InsightPrior } from '../insights/insight-prior';
import type { Policy } from '../policy';
import type { PopularityModel } from '../popularity-model';
import { banditScorer } from '../scorers/bandit.scorer';
import { demoted } from '../scorers/demoted.scorer';
import { editorialScorer } from '../scorers/editorial.scorer';
import { llmScorer, type LlmCalibration } from '../scorers/llm.scorer';
import { hybridScorer } from '../scorers/hybrid.scorer';
import { popularScorer } from '../scorers/popular.scorer';
import type { Scorer } from '../scorer';
import { studentScorer, type StudentCalibration } from '../scorers/student.scorer';
import { tilted } from '../scorers/tilted.scorer';

/** What the tiers predict with; a tier whose model is null is left out. */
export interface ServingModels {
  readonly bandit: BaselineModel | null;
  readonly popularity: PopularityModel | null;
  readonly llm: LlmCalibration | null;
  readonly student: StudentCalibration | null;
  /** null: the `hybrid` policy is the bandit alone. */
  readonly hybrid: HybridModel | null;
  /** null: pictures start without prior means. */
  readonly insights: InsightModel | null;
  /** null: nothing is demoted. */
  readonly guard: ClickbaitGuardModel | null;
}

/** How the tiers are composed; see `Configuration` of libs/common for defaults. */
export interface ServingParameters {
  /** γ of SquareCB, ≥ 0. */
  readonly gamma: number;
  /** ε of the exploration floor, in [0, 1]. */
  readonly epsilon: number;
  readonly stickyMinimumMs: number;
  /** On the reward scale, ≥ 0. */
  readonly stickyMargin: number;
}

/** A policy and the content hash of what it is made of. */
export interface VersionedPolicy extends Policy {
  readonly policyVersion: string;
}

/** The composed policies by name; the assignment names the one that serves. */
export type ServingPolicy = Readonly<Record<ServedPolicy, VersionedPolicy>>;

/** Bump when the composition below changes, so that equal parameters do not pass for an equal policy. */
const COMPOSITION_VERSION = 'serving/4';
const POLICY_VERSION_LENGTH = 16;
/** A tenth leaves a near-identical picture in the game where it is far the best, and gives the place away elsewhere. */
const PAGE_COMPOSITION = { similarityThreshold: NEAR_IDENTICAL_SIMILARITY, damping: 0.1 };

/**
 * Composes what serves, in the one right order: eligibility → scores, demoted by the guard → page composition →
 * stickiness → pin → floor.
 * `production` = bandit → popular → editorial; `llm` = llm → student → the same; `hybrid` = the
 * bandit with the llm's log-probabilities → with the student's → the same. Scored tiers explore by SquareCB, the editorial
 * one is greedy; the floor lies over all of them. Both answer whenever at least one artwork is eligible.
 * @throws PolicyParameterError naming a parameter out of range
 */
export function servingPolicy({ models, parameters }: ServingParts): ServingPolicy {
  const withoutLlm = { ...models, llm: null, student: null, hybrid: null };
  return {
    production: compose({ models: withoutLlm, parameters }),
    llm: compose({ models: { ...models, hybrid: null }, parameters }),
    hybrid: compose({ models: models.hybrid ? models : withoutLlm, parameters }),
    ...unpersonalisedPolicies({ models: withoutLlm, parameters }),
  };
}

/** Models and parameters of the serving policies. */
export interface ServingParts {
  readonly models: ServingModels;
  readonly parameters: ServingParameters;
}

function compose(parts: ServingParts): VersionedPolicy {
  const tiers = fallback(tiersOf(parts.models, parts.parameters));
  return versioned(withFloor(tiers, parts.parameters), parts);
}

/**
 * The policies of the always-on slices. `uniform` is drawn afresh each time, whatever was shown before or stands next to
 * it: its log is the clean one.
 * `popular` shows what most viewers take; `not-personalised` is production for a viewer nothing is known of.
 */
function unpersonalisedPolicies(parts: ServingParts): Record<Slice, VersionedPolicy> {
  const { models, parameters } = parts;
  const { guard, popularity } = models;
  const popular = popularity ? [greedy(demoted(popularScorer(popularity), guard))] : [];
  const editors = greedy(demoted(editorialScorer(), guard));
  const toNobody = forNewViewer(fallback(tiersOf(models, parameters)));
  return {
    uniform: versioned(pinned(eligibility(randomPolicy())), parts),
    popular: versioned(withFloor(fallback([...popular, editors]), parameters), parts),
    'not-personalised': versioned(withFloor(toNobody, parameters), parts),
  };
}

function withFloor(tiers: Policy, parameters: ServingParameters): Policy {
  const { stickyMinimumMs: minimumMs, stickyMargin: margin } = parameters;
  const composed = eligibility(pageComposition(tiers, PAGE_COMPOSITION));
  return explorationFloor(pinned(stickiness(composed, { minimumMs, margin })), parameters);
}

function versioned(policy: Policy, parts: ServingParts): VersionedPolicy {
  return { ...policy, policyVersion: policyVersion(policy.name, parts) };
}

function tiersOf(models: ServingModels, { gamma }: ServingParameters): Policy[] {
  const { bandit, popularity, guard } = models;
  const insights = models.insights && new InsightPrior(models.insights);
  const scorers = [
    ...scorersOfModels(models, insights),
    ...(bandit ? [banditScorer(bandit, insights)] : []),
    ...(popularity ? [popularScorer(popularity)] : []),
  ];
  const explored = scorers.map((scorer) => squareCb(demoted(scorer, guard), { gamma }));
  return [...explored, greedy(demoted(editorialScorer(), guard))];
}

/** The LLM and its student by themselves; where there is a hybrid, what it makes of them and the bandit. */
function scorersOfModels(
  { llm, student, bandit, hybrid }: ServingModels,
  insights: InsightPrior | null,
): Scorer[] {
  const own = [
    ...(llm ? [{ name: 'llm', shares: llmScorer(llm), temperature: llm.temperature } as const] : []),
    ...(student
      ? [{ name: 'student', shares: studentScorer(student), temperature: student.temperature } as const]
      : []),
  ];
  if (hybrid === null) return own.map(({ shares }) => tilted(shares, insights));
  return own.flatMap(({ name, shares, temperature }) => {
    const part = hybrid[name];
    if (bandit === null || part?.temperature !== temperature) return [];
    return [hybridScorer({ name, shares, part, bandit, insights, version: hybrid.version })];
  });
}

function policyVersion(name: string, { models, parameters }: ServingParts): string {
  const { gamma, epsilon, stickyMinimumMs, stickyMargin } = parameters;
  const identity = [
    [COMPOSITION_VERSION, FEATURE_VERSION, name],
    [gamma, epsilon, stickyMinimumMs, stickyMargin],
    [
      models.bandit?.version ?? null,
      models.popularity?.version ?? null,
      models.llm,
      models.student,
      models.hybrid?.version ?? null,
      models.guard?.version ?? null,
      ...(models.insights ? [models.insights.version] : []),
    ],
    PAGE_COMPOSITION,
  ];
  return contentHash(JSON.stringify(identity), POLICY_VERSION_LENGTH);
}
