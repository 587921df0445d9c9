import { html, type Html } from '@keyart/common';
import type { EvaluatedDataset, EvaluationResult } from '../evaluation-result';
import { madeFromView } from './made-from.view';
import { countText } from './number-text';

/** From what, by what and how this was made: enough to make it again. */
export function provenanceView(result: EvaluationResult): Html {
  return madeFromView({ facts: factsOf(result), command: result.command, createdAt: result.createdAt });
}

function factsOf({ policies, dataset, configuration, seed, version, schema }: EvaluationResult) {
  const { parameters } = configuration;
  return [
    ['Target policy', policies.target],
    ['Baseline policy', policies.baseline],
    ['Log', dataset.file],
    ['SHA-256 of the log', html`<code>${dataset.fingerprint}</code>`],
    ['Decisions', decisionsText(dataset)],
    ['Reward model', configuration.rewardModel],
    ['Clip λ', parameters.clip],
    ['Switch-DR τ', parameters.switchThreshold],
    ['DR-os λ', parameters.shrinkage],
    ['α', configuration.alpha],
    ['Bootstrap draws', countText(configuration.bootstrapDrawCount)],
    ['Seed', seed],
    ['Columns mapped', configuration.map ?? 'none'],
    ['Software', `keyart ${version}, schema ${schema}`],
  ] as const;
}

function decisionsText({
  rowCount,
  memberCount,
  lockedCount,
  quarantinedCount,
  quarantineFile,
}: EvaluatedDataset): string {
  return [
    `${countText(rowCount)} of ${countText(memberCount)} members`,
    ...(lockedCount > 0 ? [`${countText(lockedCount)} locked ones left out`] : []),
    ...(quarantinedCount > 0
      ? [`${countText(quarantinedCount)} faulty rows set aside in ${quarantineFile}`]
      : []),
  ].join('; ');
}
