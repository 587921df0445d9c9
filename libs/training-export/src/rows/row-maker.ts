import type { Exclusion } from '../decisions/exclusion';
import { isEngaged, type ExportDecision } from '../decisions/export-decision';
import { isSide, sideOf, type Side, type SplitRule } from '../decisions/split-rule';
import { TitlePairs } from '../pairs/title-pairs';
import { completionRows, judgedRows } from './completion-rows';
import { preferenceRows } from './preference-rows';
import { isPreference } from './recipe';
import type { RowPlan } from './row-plan';
import { softmaxRows } from './softmax-rows';
import type { DraftRow } from './training-row';

/** Letters of a choice. */
const MAX_OPTIONS = 26;

/** Who is told what became of each decision. */
export interface RowListener {
  row(side: Side, row: DraftRow): void;
  used(side: Side, decision: ExportDecision): void;
  excluded(reason: Exclusion, decision: ExportDecision): void;
}

/** Makes rows of decisions, one after the other; of pairs, title by title. */
export class RowMaker {
  private readonly pairs: TitlePairs;
  private titleId: string | null = null;

  constructor(
    private readonly plan: RowPlan,
    private readonly rule: SplitRule,
    private readonly listener: RowListener,
  ) {
    this.pairs = new TitlePairs(plan);
  }

  /** @param decision all of its ids are known; for preference recipes, titles come one after the other */
  add(decision: ExportDecision): void {
    const side = this.sideOrReason(decision);
    if (!isSide(side)) return this.listener.excluded(side, decision);
    if (!isPreference(this.plan.settings.recipe)) return this.tell(side, decision, this.rowsOf(decision));
    if (decision.titleId !== this.titleId) this.finish();
    this.titleId = decision.titleId;
    this.pairs.add(decision, side);
    if (!isEngaged(decision)) this.listener.excluded('not-engaged', decision);
  }

  /** After the last decision. */
  finish(): void {
    for (const { decision, side, losers } of this.pairs.take())
      this.tell(
        side,
        decision,
        losers.length === 0 ? 'no-losing-picture' : preferenceRows(this.plan, decision, losers),
      );
  }

  private sideOrReason(decision: ExportDecision): Side | Exclusion {
    const side = sideOf(this.rule, this.plan.context, decision);
    if (!isSide(side)) return side;
    if (decision.candidates.length < 2) return 'single-candidate';
    const isChoice = this.plan.settings.prompt.formulation === 'choice';
    return isChoice && decision.candidates.length > MAX_OPTIONS ? 'too-many-candidates' : side;
  }

  private rowsOf(decision: ExportDecision): readonly DraftRow[] | Exclusion {
    const { recipe } = this.plan.settings;
    if (recipe === 'label-softmax') return softmaxRows(this.plan, decision);
    return recipe === 'kto' ? judgedRows(this.plan, decision) : completionRows(this.plan, decision);
  }

  private tell(side: Side, decision: ExportDecision, rows: readonly DraftRow[] | Exclusion): void {
    if (typeof rows === 'string') return this.listener.excluded(rows, decision);
    const { maxTokens } = this.plan.settings;
    if (rows.some(({ tokenCount }) => tokenCount > maxTokens))
      return this.listener.excluded('over-long', decision);
    this.listener.used(side, decision);
    for (const row of rows) this.listener.row(side, row);
  }
}
