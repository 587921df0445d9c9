/* eslint-disable jest/no-export -- a suite for the specs of every implementation */
import fc from 'fast-check';
import { isEligible, UNAVAILABLE_REASONS, type Policy, type PolicyDistribution } from '@keyart/ranking';
import { policyCase, type PolicyCase } from './policy-case.arbitrary';

/** What a policy promises beyond the interface. */
export interface PolicyPromises {
  /** ε: each of K > 1 eligible candidates keeps at least ε/K unless the answer is locked. */
  readonly floor?: number;
  /** Answers whenever anything is eligible. */
  readonly isTotal?: boolean;
}

const RUNS = { numRuns: 300, seed: 20_240_511 };
const REASONS: readonly string[] = Object.values(UNAVAILABLE_REASONS);

/** The suite that every policy and every stack of combinators passes. */
export function describePolicy(name: string, makePolicy: () => Policy, promises: PolicyPromises = {}): void {
  const policy = makePolicy();
  const check = (property: (one: PolicyCase) => void): void =>
    fc.assert(fc.property(policyCase, property), RUNS);
  const checkAnswers = (property: (answer: PolicyDistribution, one: PolicyCase) => void): void =>
    check((one) => {
      const answer = policy.distribute(one.context, one.candidates);
      if (answer.kind === 'distribution') property(answer, one);
    });

  describe(`policy ${name}`, () => {
    it('sums to 1 with every probability in [0, 1]', () => {
      checkAnswers(({ probabilities }, { candidates }) => {
        expect(probabilities).toHaveLength(candidates.length);
        expect(probabilities.every((p) => p >= 0 && p <= 1)).toBe(true);
        expect(Math.abs(probabilities.reduce((sum, p) => sum + p, 0) - 1)).toBeLessThanOrEqual(1e-12);
      });
    });

    it('gives the ineligible nothing', () => {
      checkAnswers(({ probabilities, scores }, { candidates }) => {
        const barred = candidates.flatMap((one, i) =>
          isEligible(one) ? [] : [[probabilities[i], scores[i]]],
        );
        expect(barred).toEqual(barred.map(() => [0, null]));
      });
    });

    it('has finite scores or none', () => {
      checkAnswers(({ scores }, { candidates }) => {
        expect(scores).toHaveLength(candidates.length);
        expect(scores.every((score) => score === null || Number.isFinite(score))).toBe(true);
      });
    });

    it('answers the same candidates alike in any order', () => {
      check(({ context, candidates }) => {
        const forward = policy.distribute(context, candidates);
        const backward = policy.distribute(context, [...candidates].reverse());
        expect(reversed(backward)).toEqual(forward);
      });
    });

    it('is deterministic, also when made anew', () => {
      const twin = makePolicy();
      check(({ context, candidates }) => {
        const answer = policy.distribute(context, candidates);
        expect(policy.distribute(context, candidates)).toEqual(answer);
        expect(twin.distribute(context, candidates)).toEqual(answer);
      });
    });

    it('is unavailable for stated reasons only', () => {
      check(({ context, candidates }) => {
        const answer = policy.distribute(context, candidates);
        const reasons = answer.kind === 'unavailable' ? answer.failures.map(({ reason }) => reason) : [];
        expect(reasons.filter((reason) => !REASONS.includes(reason))).toEqual([]);
        const isNothingEligible = !candidates.some(isEligible);
        expect(reasons.includes(UNAVAILABLE_REASONS.noEligibleArtwork)).toBe(isNothingEligible);
        const mustAnswer = promises.isTotal === true && !isNothingEligible;
        expect(mustAnswer && answer.kind === 'unavailable').toBe(false);
      });
    });

    it('answers some cases', () => {
      const cases = fc.sample(policyCase, RUNS);
      const answered = cases.filter(
        (one) => policy.distribute(one.context, one.candidates).kind === 'distribution',
      );
      expect(answered.length).toBeGreaterThan(RUNS.numRuns / 20);
    });

    const { floor } = promises;
    if (floor === undefined) return;
    it(`keeps the floor of ${floor}/K`, () => {
      checkAnswers(({ probabilities, isLocked }, { candidates }) => {
        const kept = probabilities.filter((_, i) => isEligible(candidates[i]));
        const least = isLocked || kept.length === 1 ? 0 : floor / kept.length;
        expect(kept.every((p) => p >= least)).toBe(true);
        expect(isLocked ? Math.max(...kept) : 1).toBe(1);
      });
    });
  });
}

function reversed(answer: ReturnType<Policy['distribute']>): ReturnType<Policy['distribute']> {
  if (answer.kind === 'unavailable') return answer;
  return {
    ...answer,
    probabilities: [...answer.probabilities].reverse(),
    scores: [...answer.scores].reverse(),
  };
}
