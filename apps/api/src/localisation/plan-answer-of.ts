import type { LocalisationPlan } from '@keyart/audience';
import type { LocalisationPlanDto } from '@keyart/contracts';

/** A plan as the API shows it: no more than `limit` items of what it does and of what it leaves out. */
export function planAnswerOf(plan: LocalisationPlan, limit: number): LocalisationPlanDto {
  return {
    ...plan,
    items: plan.items.slice(0, limit),
    itemCount: plan.items.length,
    followUp: plan.followUp.slice(0, limit),
    leftOut: plan.leftOut.slice(0, limit),
    leftOutCount: plan.leftOut.length,
  };
}
