import { IsISO8601, IsIn, IsOptional } from 'class-validator';
import { PROMOTIONS, REWARD_BASELINES, type Promotion, type RewardBaseline } from '../queues/training';
import { Describe } from './describe';

/** How to train. */
export class TrainRequestDto {
  @Describe('Only decisions made before this instant; unset: now.')
  @IsOptional()
  @IsISO8601()
  until?: string;

  @Describe('`title` takes from each reward what its title earns whatever its picture. Default: `none`.')
  @IsOptional()
  @IsIn(REWARD_BASELINES)
  rewardBaseline?: RewardBaseline;

  @Describe('When the bandit goes into service: `after-shadow` (default), or `now`.')
  @IsOptional()
  @IsIn(PROMOTIONS)
  promote?: Promotion;
}
