import type { ExportContext } from '../context/export-context';
import { TrainingExportError } from '../errors';
import { isEngaged, type ExportDecision } from './export-decision';
import { isSide, sideOf, type SplitRule } from './split-rule';

const EXAMPLE_COUNT = 5;

interface Unknown {
  count: number;
  readonly examples: string[];
}

/** What is known of the log once it was read through: rows are made of it at the second reading. */
export class LogSurvey {
  private readonly unknown = new Map<string, Unknown>();
  private readonly impressions = new Map<string, number>();
  private trainCount = 0;
  private rewardSum = 0;
  private notEngagedCount = 0;
  private unseenFilmCount = 0;

  constructor(
    private readonly rule: SplitRule,
    private readonly context: ExportContext,
  ) {}

  add(decision: ExportDecision): void {
    if (!this.isKnown(decision)) return;
    const viewer = this.context.viewers.get(decision.userId);
    if (viewer && viewer.countBefore(decision.atMs) < viewer.filmCount) this.unseenFilmCount++;
    const side = sideOf(this.rule, this.context, decision);
    if (!isSide(side) || side !== 'train') return;
    this.trainCount++;
    this.impressions.set(decision.action, (this.impressions.get(decision.action) ?? 0) + 1);
    if (isEngaged(decision)) this.rewardSum += decision.reward;
    else this.notEngagedCount++;
  }

  /** @throws TrainingExportError `UNKNOWN_IN_CONTEXT` naming ids and rows */
  check(): void {
    if (this.unknown.size === 0) return;
    const lines = [...this.unknown].map(
      ([what, { count, examples }]) =>
        `${what} in ${count} place${count === 1 ? '' : 's'} of the log: ${examples.join('; ')}${count > examples.length ? ' …' : ''}`,
    );
    throw new TrainingExportError('UNKNOWN_IN_CONTEXT', lines.join('\n'));
  }

  /** Whether the picture was shown to anybody on the training side. */
  isShown(artworkId: string): boolean {
    return this.impressions.has(artworkId);
  }

  /**
   * What a decision not taken counts beside one taken, so that both together weigh the same: mean reward of all by the share not taken.
   * Takes are few; without it the many that were not would speak loudest, each of them saying little.
   */
  get notTakenScale(): number {
    return this.notEngagedCount === 0 ? 0 : this.rewardSum / this.notEngagedCount;
  }

  /** Decisions on the training side. */
  get trainDecisionCount(): number {
    return this.trainCount;
  }

  /** Decisions made before something in the viewer's history was watched, which is left out for them. */
  get partialHistoryCount(): number {
    return this.unseenFilmCount;
  }

  private isKnown({ row, userId, titleId, candidates }: ExportDecision): boolean {
    const { titles, artworks, viewers } = this.context;
    const faults: [string, string][] = [];
    if (!viewers.has(userId)) faults.push(['user_id is not in viewers.jsonl', userId]);
    if (!titles.has(titleId)) faults.push(['title_id is not in titles.jsonl', titleId]);
    for (const id of candidates) {
      const artwork = artworks.get(id);
      if (!artwork) faults.push(['candidates name an artwork that is not in artworks.jsonl', id]);
      else if (artwork.titleId !== titleId)
        faults.push(['candidates name an artwork of another title', `${id} of ${artwork.titleId}`]);
    }
    for (const [what, id] of faults) this.note(what, `row ${row} has ${id}`);
    return faults.length === 0;
  }

  private note(what: string, example: string): void {
    const noted = this.unknown.get(what) ?? { count: 0, examples: [] };
    noted.count++;
    if (noted.examples.length < EXAMPLE_COUNT) noted.examples.push(example);
    this.unknown.set(what, noted);
  }
}
