import type { CatalogueCache } from '@keyart/catalog';
import { timeOrderedUuid, type Clock, type HitCounts, type Logger } from '@keyart/common';
import type { DecisionRecord, ServedPolicy } from '@keyart/contracts';
import type { DecisionsRepository, ServingContext, ServingContextRepository } from '@keyart/db';
import { labelScoresFault, type ServingParameters } from '@keyart/ranking';
import type { AssignmentCache } from '../assignment/assignment-cache';
import { CandidateCache } from '../candidates/candidate-cache';
import { DescriptorCache } from '../candidates/descriptor-cache';
import type { InlineScorer } from '../inline/inline-scorer';
import type { ServingModels } from '../models/serving-models';
import { GroupCommit } from '../recording/group-commit';
import { ShadowScores } from '../shadow/shadow-scores';
import { ShadowWatch, type ShadowWatchParts } from '../shadow/shadow-watch';
import type { WatchedChoice } from '../shadow/watched-choice';
import { pageStudentScores, type PageStudentScores } from '../student/page-student-scores';
import type { StudentTier } from '../student/student-tier';
import { checkStorableText } from './check-storable-text';
import { chooseTitles, type ChooseQuestion, type NewDecisionId } from './choose-titles';
import type { DecisionListener } from './decision-listener';
import type { DecidedTitle, DecisionRequest } from './decision-request';
import type { AssignedPolicy, Page } from './page';
import { pageGridOf } from './page-grid-of';
import { pageLabelScores, type PageLabelScores } from './page-label-scores';
import { PageSteps } from './page-steps';
import { PolicyCache } from './policy-cache';
import { titlesOfPage } from './title-candidates';
import { ViewerPage } from './viewer-page';
import { titlesForViewer } from './viewer-titles';

/** Kept back of a request's deadline for choosing and recording after the LLM has answered. */
const RECORDING_RESERVE_MS = 20;
/** Policies that read the LLM's and its student's scores. */
const READS_SCORES: readonly ServedPolicy[] = ['llm', 'hybrid'];
const READS_NO_SCORES = { llm: null, student: null };
/** A page left open longer is a new visit: its titles are decided anew. */
const PAGE_LIFE_MS = 3_600_000;

/** What the service stands on. */
export interface DecisionServiceParts {
  readonly catalogue: Pick<CatalogueCache, 'current'>;
  readonly context: Pick<ServingContextRepository, 'load'>;
  readonly decisions: Pick<DecisionsRepository, 'insertMany'>;
  readonly models: Pick<ServingModels, 'current'>;
  readonly assignments: Pick<AssignmentCache, 'current'>;
  readonly parameters: ServingParameters;
  /** With the decision id the seed of each draw. */
  readonly samplingSalt: string;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Notes what a shadow model would have done; unset: nothing is noted. */
  readonly shadow?: Omit<ShadowWatchParts, 'logger' | 'scores'>;
  /** Asked only where a request names a deadline. */
  readonly inlineScorer?: InlineScorer;
  /** Scores where the LLM has none; unset: the tier is off. */
  readonly student?: StudentTier;
  /** Told of every answered page. */
  readonly listener?: DecisionListener;
  /** UUID of a new decision; unset: random, by time. Tests make it a function of request and title, so that draws repeat. */
  readonly newDecisionId?: NewDecisionId;
}

interface AnsweredPage {
  readonly page: Page;
  readonly titles: ChooseQuestion['titles'];
  readonly scores: PageLabelScores;
  readonly records: readonly DecisionRecord[];
  readonly steps: PageSteps;
}

/**
 * The serving path: one database read, choices from memory, one durable group write.
 *
 * A title that stands in several places of a request is decided once, and every place gets that same decision (one id, one
 * record with the first place's row and position): one picture for one title on one page, with a propensity that stays plain.
 * The same holds over the requests that fill one page (`pageId`) one after another. Two that run at the same time do not see
 * each other: the same title may then get two decisions, each true to what its record names.
 */
export class DecisionService {
  private readonly policies: PolicyCache;
  private readonly log: GroupCommit<DecisionRecord>;
  private readonly shadow: ShadowWatch | null;
  private readonly descriptors = new DescriptorCache();
  private readonly candidates = new CandidateCache(this.descriptors);
  private readonly drawing: Pick<ChooseQuestion, 'samplingSalt' | 'newDecisionId'>;

  constructor(private readonly parts: DecisionServiceParts) {
    this.policies = new PolicyCache(parts.models, parts.parameters, parts.student?.calibration);
    this.log = new GroupCommit((records) => parts.decisions.insertMany(records));
    const { shadow, logger } = parts;
    const scores = new ShadowScores({ ...parts, descriptors: this.descriptors });
    this.shadow = shadow ? new ShadowWatch({ ...shadow, scores, logger }) : null;
    const { clock, samplingSalt, newDecisionId = () => timeOrderedUuid(clock.nowMs()) } = parts;
    this.drawing = { samplingSalt, newDecisionId };
  }

  /**
   * Decides a page; every decision is durable when the answer is there.
   * @returns `[N]` aligned with the request's titles
   * @throws InputError `UNSTORABLE_TEXT`
   * @throws DependencyError (retryable) when the catalogue was not loaded yet, or the database cannot be read or written: a
   * picture whose decision is not in the log is never answered
   */
  async decide(request: DecisionRequest): Promise<DecidedTitle[]> {
    const steps = new PageSteps();
    checkStorableText(request);
    const opened = this.openPage(request);
    const context = await steps.run('read', () => this.load(opened));
    const page = context.preferences.isPersonalised ? opened : { ...opened, ...this.assign(request, false) };
    const viewer = new ViewerPage(request.memberId, page.assignment.policy, context);
    const { undecided: titles, repeated } = titlesForViewer(page.titles.decidable, viewer);
    const scored = await steps.run('scores', async () => {
      const scores = await this.labelScores({ page, viewer, titles }, steps);
      return { scores, studentScores: await studentScoresOf({ page, viewer, titles, scores }) };
    });
    const grid = pageGridOf({ viewer, repeated, snapshot: page.snapshot, descriptors: this.descriptors });
    const question = { page, viewer, titles, grid, ...scored, ...this.drawing };
    const choices = await steps.run('choose', () => chooseTitles(question));
    const records = choices.map(({ record }) => record);
    await steps.run('commit', () => this.log.write(records));
    this.report({ page, titles, scores: scored.scores, records, steps });
    this.watch(choices);
    return answer(page, [...repeated.map(({ record }) => record), ...records]);
  }

  /** How often the caches of the serving path were asked. */
  cacheCounts(): Readonly<Record<'candidates' | 'descriptors' | 'policies', HitCounts>> {
    const { candidates, descriptors, policies } = this;
    return { candidates: candidates.counter, descriptors: descriptors.counter, policies: policies.counter };
  }

  /** Resolves when nothing is left to write of what was answered so far. */
  async settled(): Promise<void> {
    await this.shadow?.settled();
  }

  private watch(choices: readonly WatchedChoice[]): void {
    for (const shadow of this.policies.current().shadows) this.shadow?.watch(shadow, choices);
  }

  private openPage(request: DecisionRequest): Page {
    const { surface, titles } = request;
    const snapshot = this.parts.catalogue.current();
    const nowMs = this.parts.clock.nowMs();
    return {
      ...{ request, snapshot, nowMs },
      ...this.assign(request, true),
      titles: titlesOfPage({ snapshot, titles, surface, nowMs, candidates: this.candidates }),
    };
  }

  /** Before the viewer's preferences are read, `isPersonalised` is taken for true: only then can scores be needed. */
  private assign({ memberId, policy }: DecisionRequest, isPersonalised: boolean): AssignedPolicy {
    const { policies, llm } = this.policies.current();
    const question = { memberId, isPersonalised, requestedPolicy: policy };
    const assignment = this.parts.assignments.current().assign(question);
    return {
      assignment,
      policy: policies[assignment.policy],
      ...(READS_SCORES.includes(assignment.policy)
        ? { llm, student: this.parts.student ?? null }
        : READS_NO_SCORES),
    };
  }

  private report({ page, titles, scores, records, steps }: AnsweredPage): void {
    const hitCount = scores.precomputedCount;
    const missCount = page.llm === null ? 0 : titles.length - hitCount;
    this.parts.listener?.decided({
      ...{ records, undecidable: page.titles.undecidable, precomputed: { hitCount, missCount } },
      elapsedMs: steps.elapsedMs(),
      stepsMs: steps.ofStepsMs(),
    });
  }

  private load({ request, titles, llm, nowMs }: Page): Promise<ServingContext> {
    const { memberId, pageId = null } = request;
    const titleIds = titles.decidable.map(({ place }) => place.titleId);
    const page = pageId === null ? undefined : { pageId, since: new Date(nowMs - PAGE_LIFE_MS) };
    return this.parts.context.load({ memberId, titleIds, modelVersion: llm?.modelVersion ?? null, page });
  }

  private labelScores(
    { page, viewer, titles }: Pick<ChooseQuestion, 'page' | 'viewer' | 'titles'>,
    steps: PageSteps,
  ): ReturnType<typeof pageLabelScores> {
    const { inlineScorer, logger } = this.parts;
    const { deadlineMs } = page.request;
    const { modelVersion = page.llm?.modelVersion } = inlineScorer ?? {};
    const isServed = page.llm !== null && modelVersion === page.llm.modelVersion;
    const isInline = inlineScorer && deadlineMs !== null && isServed;
    const budgetMs = (deadlineMs ?? 0) - steps.elapsedMs() - RECORDING_RESERVE_MS;
    return pageLabelScores({
      ...{ page: viewer, titles, snapshot: page.snapshot, logger },
      descriptors: this.descriptors,
      inline: isInline ? { scorer: inlineScorer, budgetMs } : null,
    });
  }
}

const NOT_ASKED: PageStudentScores = new Map();

/** The student is asked only where the LLM's tier will not answer. */
function studentScoresOf({
  page,
  viewer,
  titles,
  scores,
}: Pick<ChooseQuestion, 'page' | 'viewer' | 'titles' | 'scores'>): Promise<PageStudentScores> {
  const { student, llm } = page;
  if (student === null) return Promise.resolve(NOT_ASKED);
  const unscored = titles.filter(({ place: { titleId } }) => {
    const labels = scores.scores.get(titleId);
    return !labels || llm === null || labelScoresFault(labels, llm.calibration) !== null;
  });
  return pageStudentScores({ student, taste: viewer.viewer.taste, titles: unscored });
}

function answer({ request, snapshot, titles }: Page, records: readonly DecisionRecord[]): DecidedTitle[] {
  const answers = new Map<string, DecidedTitle>(titles.undecidable.map((entry) => [entry.titleId, entry]));
  for (const record of records) {
    const artwork = snapshot.artwork(record.artworkId);
    const title = snapshot.title(record.titleId);
    if (artwork && title) answers.set(record.titleId, { ok: true, record, artwork, title });
  }
  return request.titles.flatMap(({ titleId }) => answers.get(titleId) ?? []);
}
