import { uniformFromKey } from '@keyart/common';
import type { ExportDecision } from '../decisions/export-decision';
import type { LosingPicture } from '../pairs/losing-pictures';
import { slotOf } from './completion-rows';
import { labelFor, optionSetOf, promptAbout, type OptionSet } from './option-set';
import type { RowPlan } from './row-plan';
import { tokenCountOf } from './token-count';
import type { DraftRow, RowFields } from './training-row';

/**
 * DPO and S-DPO rows of a decision taken.
 * Choice: the letter of the picture taken over that of one loser, drawn by seed (DPO), or of all (S-DPO, weight of the best known loser).
 * Pointwise DPO: both pictures are asked about, `Yes` over `No` for the one taken, `No` over `Yes` for the loser.
 * @param losers at least one
 */
export function preferenceRows(
  plan: RowPlan,
  decision: ExportDecision,
  losers: readonly LosingPicture[],
): DraftRow[] {
  const options = optionSetOf(plan, decision);
  const { recipe, seed, prompt } = plan.settings;
  if (recipe === 's-dpo') return [manyRow(plan, options, losers)];
  const drawn = losers[Math.floor(uniformFromKey(decision.decisionId, `${seed}/losers`) * losers.length)];
  const place = options.artworkIds.indexOf(drawn.artworkId);
  if (prompt.formulation === 'choice') {
    const [chosen, rejected] = [options.shownAt, place].map((one) => labelFor(options, plan, one));
    const fields = { prompt: promptAbout(options, plan, place), chosen, rejected };
    return [draft({ plan, options, fields, loser: drawn, label: chosen })];
  }
  const [yes, no] = options.parts.labels;
  return [
    { prompt: promptAbout(options, plan, options.shownAt), chosen: yes, rejected: no },
    { prompt: promptAbout(options, plan, place), chosen: no, rejected: yes },
  ].map((fields) => draft({ plan, options, fields, loser: drawn, label: fields.chosen }));
}

function manyRow(plan: RowPlan, options: OptionSet, losers: readonly LosingPicture[]): DraftRow {
  const chosen = labelFor(options, plan, options.shownAt);
  const fields = {
    prompt: promptAbout(options, plan, options.shownAt),
    chosen,
    rejected: losers.map(({ artworkId }) => labelFor(options, plan, options.artworkIds.indexOf(artworkId))),
  };
  const loser = losers.reduce((best, one) => (one.evidence > best.evidence ? one : best));
  return draft({ plan, options, fields, loser, label: chosen });
}

interface Preference {
  readonly plan: RowPlan;
  readonly options: OptionSet;
  readonly fields: Extract<RowFields, { chosen: string }>;
  readonly loser: LosingPicture;
  readonly label: string;
}

function draft({ plan, options, fields, loser, label }: Preference): DraftRow {
  const answers = [fields.chosen, fields.rejected].flat();
  return {
    ...{ fields, weight: loser.evidence, isClipped: loser.isClipped, evidence: 'won-against-shown' },
    ...{ slot: slotOf(plan, options), label },
    tokenCount: tokenCountOf(fields.prompt) + Math.max(...answers.map(tokenCountOf)),
  };
}
