import type { Random } from '@keyart/common';
import { drawMatchingRow, type MatchingRow } from './matching-rows';
import { drawSeeingRow, type SeeingRow } from './seeing-rows';
import type { StageParts } from './stage-parts';

/** The stages that need no log. */
export const STAGES = ['seeing', 'matching'] as const;

/** One of them. */
export type Stage = (typeof STAGES)[number];

/** A row of a stage. */
export type StageRow = SeeingRow | MatchingRow;

/** How rows of each stage are scored. */
export const STAGE_FORMULATIONS = { seeing: 'reading', matching: 'pointwise' } as const;

/**
 * *Seeing*: what a description suggests, no viewer. *Matching*: a viewer's summary before pictures. Both are noise-free.
 * @param id of the row, unique
 * @param withMadeUp some matching viewers are made up: for training, not for judging
 */
export function drawStageRow(
  parts: StageParts,
  stage: Stage,
  how: { readonly id: string; readonly random: Random; readonly withMadeUp: boolean },
): StageRow {
  return stage === 'seeing' ? drawSeeingRow(parts, how) : drawMatchingRow(parts, how);
}
