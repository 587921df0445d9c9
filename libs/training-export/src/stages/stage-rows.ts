import type { Random } from '@keyart/common';
import { drawLookupRow, drawMatchingRow, type MatchingRow } from './matching-rows';
import { drawSeeingRow, type SeeingRow } from './seeing-rows';
import type { StageParts } from './stage-parts';

/** The stages that need no log. */
export const STAGES = ['seeing', 'lookup', 'matching'] as const;

/** One of them. */
export type Stage = (typeof STAGES)[number];

/** A row of a stage. */
export type StageRow = SeeingRow | MatchingRow;

/** How rows of each stage are scored. */
export const STAGE_FORMULATIONS = { seeing: 'reading', lookup: 'pointwise', matching: 'pointwise' } as const;

/**
 * *Seeing*: what a description suggests, no viewer. *Lookup*: a viewer's summary before pictures named by facets. *Matching*: the same
 * before captions. All are noise-free.
 * @param id of the row, unique
 * @param how.forTraining some matching viewers are made up and some captions stand alone; for judging all is as in serving
 */
export function drawStageRow(
  parts: StageParts,
  stage: Stage,
  how: { readonly id: string; readonly random: Random; readonly forTraining: boolean },
): StageRow {
  if (stage === 'seeing') return drawSeeingRow(parts, how);
  return stage === 'lookup' ? drawLookupRow(parts, how) : drawMatchingRow(parts, how);
}
