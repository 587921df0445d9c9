import type { Database } from '@keyart/db';
import type { LoggedChoice } from '@keyart/decision-log';
import { servingPolicy, type ServingModels, type ServingParameters } from '@keyart/ranking';
import { bareDecisions } from './bare-decisions';
import type { JudgedDecision } from './judged-decision';
import { isFromLogAlone, isPersonal, policyText, readsLabelScores, type KeyartPolicy } from './keyart-policy';
import { knownDecisions } from './known-decisions';
import { labelScores } from './label-scores';
import { modelsInService } from './models-in-service';
import type { OpenedRanker } from './opened-ranker';
import { fitByFold, foldOf } from './policy-folds';
import { scoreDecisions, type DecisionScoring } from './score-decisions';

/** A database that is ready, and how to let go of it. */
export interface OpenedDatabase {
  readonly database: Database;
  close(): Promise<void>;
}

/** Called by policies that need it, once. */
export type OpenDatabase = () => Promise<OpenedDatabase>;

/** What policies are scored with. */
export interface PolicyScorerParts {
  readonly choices: readonly LoggedChoice[];
  readonly parameters: ServingParameters;
  readonly openDatabase: OpenDatabase;
  readonly openRanker: () => Promise<OpenedRanker>;
  /** See `LabelScoresParts`. */
  readonly llmScores?: string;
  readonly onProgress: (fraction: number, note: string) => void;
}

const NO_SCORES: DecisionScoring['labelScores'] = new Map();
/** Of the work on a policy, by its parts: reading, fitting, asking. */
const [READ, FITTED] = [0.3, 0.5];

/** Scores policies of the service on the decisions of a log; opens the database and the LLM where one needs them. */
export class PolicyScorer {
  private opened: OpenedDatabase | null = null;

  constructor(private readonly parts: PolicyScorerParts) {}

  /** Writes the policy's long table. @throws PolicyInputError, InputError, DependencyError */
  async score(policy: KeyartPolicy, file: string): Promise<void> {
    const decisions = await this.decisionsFor(policy);
    const models = await this.modelsFor(policy, decisions);
    if (!readsLabelScores(policy)) return this.write(file, decisions, { policy, models, labels: NO_SCORES });
    const llm = await this.parts.openRanker();
    try {
      const { llmScores, onProgress } = this.parts;
      const labels = await labelScores(decisions, {
        ...{ ranker: llm.ranker, file: llmScores },
        onProgress: (fraction, note) => onProgress(FITTED + (1 - FITTED) * fraction, note),
      });
      const calibrated = models.map((one) => ({ ...one, llm: llm.calibration }));
      await this.write(file, decisions, { policy, models: calibrated, labels });
    } finally {
      await llm.close();
    }
  }

  async close(): Promise<void> {
    await this.opened?.close();
  }

  private async decisionsFor(policy: KeyartPolicy): Promise<JudgedDecision[]> {
    const { choices, onProgress } = this.parts;
    if (isFromLogAlone(policy)) return bareDecisions(choices);
    return knownDecisions(await this.database(), {
      ...{ choices, neededBy: policyText(policy), isPersonal: isPersonal(policy) },
      onProgress: (fraction) => onProgress(READ * fraction, 'reading decisions'),
    });
  }

  /** One for all, or one a fold. */
  private async modelsFor(
    policy: KeyartPolicy,
    decisions: readonly JudgedDecision[],
  ): Promise<ServingModels[]> {
    if (policy.models === 'in-service')
      return [await modelsInService(await this.database(), policy, decisions)];
    return fitByFold(decisions, (fraction) =>
      this.parts.onProgress(READ + (FITTED - READ) * fraction, 'fitting models'),
    );
  }

  private async write(
    file: string,
    decisions: readonly JudgedDecision[],
    { policy, models, labels }: WriteParts,
  ): Promise<void> {
    const { parameters } = this.parts;
    const policies = models.map((one) => servingPolicy({ models: one, parameters })[policy.name]);
    const policyFor = (decision: JudgedDecision) => policies[policies.length === 1 ? 0 : foldOf(decision)];
    await scoreDecisions(file, decisions, { policyFor, labelScores: labels });
  }

  private async database(): Promise<Database> {
    this.opened ??= await this.parts.openDatabase();
    return this.opened.database;
  }
}

interface WriteParts {
  readonly policy: KeyartPolicy;
  readonly models: readonly ServingModels[];
  readonly labels: DecisionScoring['labelScores'];
}
