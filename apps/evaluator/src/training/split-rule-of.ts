import { holdoutSideOf, readHoldoutSplit, type OpenedDecisions } from '@keyart/decision-log';
import type { ExportContext, SplitRule } from '@keyart/training-export';
import type { TrainingExportOptions } from './export-options';

/** What divides this log's decisions. @throws DecisionLogError `BAD_HOLDOUT_MANIFEST` */
export async function splitRuleOf(
  { cut, holdout, validationShare, settings }: TrainingExportOptions,
  { log, context }: { log: OpenedDecisions; context: ExportContext },
): Promise<SplitRule> {
  const kept = holdout === undefined ? null : await readHoldoutSplit(holdout);
  return {
    members: context.hasHeldOutViewers ? 'marked' : 'drawn',
    ...{ validationShare, seed: settings.seed },
    cutAtMs: await cutOf(log, cut),
    isKeptForHoldout: ({ userId, atMs }) =>
      kept !== null && holdoutSideOf(kept, { userId, decidedAt: new Date(atMs) }) !== 'training',
  };
}

async function cutOf(log: OpenedDecisions, cut: TrainingExportOptions['cut']): Promise<number | null> {
  if (cut.kind === 'at') return cut.at.getTime();
  return cut.share === 0 ? null : log.momentAt(1 - cut.share);
}
