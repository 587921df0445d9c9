import { checkRows } from './check-rows';
import { TitleBaseline, type TitleReward } from './title-baseline';
import type { RewardedChoice } from './training-row';

function titleRewardOf({ artwork, ...row }: RewardedChoice): TitleReward {
  return { ...row, titleId: artwork.titleId };
}

/**
 * The rows with their title's baseline taken from the reward, see `TitleBaseline`; in the order given. What is left is about
 * pictures, in [-2, 2], and centred: a model fitted to it ranks a title's pictures and knows nothing of the title.
 * @param rows rendered, attributed, unlocked decisions
 * @throws InputError `BAD_TRAINING_ROW`
 */
export function subtractTitleBaseline<T extends RewardedChoice>(rows: readonly T[]): T[] {
  checkRows(rows);
  const baseline = new TitleBaseline();
  const rewards = rows.map(titleRewardOf);
  for (const row of rewards) baseline.add(row);
  return rows.map((row, i) => ({ ...row, reward: row.reward - baseline.of(rewards[i]) }));
}
