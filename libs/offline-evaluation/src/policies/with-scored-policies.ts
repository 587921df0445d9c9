import path from 'node:path';
import { withTemporaryFolder } from '@keyart/common';
import { readDecisions, withAnalysis, type DecisionsOptions, type PolicySpec } from '@keyart/decision-log';
import type { ServingParameters } from '@keyart/ranking';
import { keyartPolicyOf, policyText, type KeyartPolicy } from './keyart-policy';
import type { OpenedRanker } from './opened-ranker';
import { PolicyScorer, type OpenDatabase } from './policy-scorer';

/** Policies, and the log that they are to be judged on. */
export interface ScoringOptions extends Omit<DecisionsOptions, 'neededBy'> {
  readonly specs: readonly PolicySpec[];
  /** As policies serve. */
  readonly parameters: ServingParameters;
  readonly openDatabase: OpenDatabase;
  readonly openRanker: () => Promise<OpenedRanker>;
  /** See `LabelScoresParts`. */
  readonly llmScores?: string;
  /** Of the scoring of one policy, which is named. */
  progressOf(policy: string): ScoringProgress;
}

/** Told how the scoring of a policy goes. */
export interface ScoringProgress {
  update(fraction: number, note: string): void;
  done(note: string): void;
}

/**
 * Works with specs that a log can answer by itself: those that name a policy of the service are scored first, and stand for their long
 * tables, which are gone afterwards.
 * @throws InputError for a name that is not known, PolicyInputError for a log that lacks what a policy needs
 */
export async function withScoredPolicies<T>(
  options: ScoringOptions,
  work: (specs: readonly PolicySpec[]) => Promise<T>,
): Promise<T> {
  const policies = options.specs.map(keyartPolicyOf);
  if (policies.every((policy) => policy === null)) return work(options.specs);
  return withTemporaryFolder('keyart-policies', async (folder) => {
    const files = await scoreAll(policies, folder, options);
    return work(options.specs.map((spec, i) => scoredSpec(policies[i], files) ?? spec));
  });
}

/** Each policy once. @returns file by the policy's text */
async function scoreAll(
  policies: readonly (KeyartPolicy | null)[],
  folder: string,
  { file, map, quarantine, progressOf, ...parts }: ScoringOptions,
): Promise<Map<string, string>> {
  const wanted = new Map(policies.flatMap((one) => (one ? [[policyText(one), one] as const] : [])));
  const neededBy = [...wanted.keys()].join(', ');
  const choices = await withAnalysis((analysis) =>
    readDecisions(analysis, { file, map, quarantine, neededBy }),
  );
  const files = new Map<string, string>();
  for (const [text, policy] of wanted) {
    const progress = progressOf(text);
    const scorer = new PolicyScorer({
      ...{ ...parts, choices },
      onProgress: (fraction, note) => progress.update(fraction, note),
    });
    const scored = path.join(folder, `${files.size}.csv`);
    await scorer.score(policy, scored).finally(() => scorer.close());
    progress.done(`${choices.length} decisions scored`);
    files.set(text, scored);
  }
  return files;
}

function scoredSpec(policy: KeyartPolicy | null, files: ReadonlyMap<string, string>): PolicySpec | null {
  if (policy === null) return null;
  const name = policyText(policy);
  const file = files.get(name);
  return file === undefined ? null : { kind: 'file', file, name };
}
