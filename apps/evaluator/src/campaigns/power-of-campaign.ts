import { planCampaign, type CampaignPlan } from '@keyart/campaigns';
import { EVEN_PROPORTIONS, unitsPerArm } from '@keyart/evaluation';

/** What a campaign needs before it can say anything. */
export interface CampaignPower {
  readonly baseRate: number;
  readonly lift: number;
  /** Impressions of each of two equal arms. */
  readonly unitsPerArm: number;
  readonly holdoutShare: number;
  /** null: no traffic was given. */
  readonly plan: CampaignPlan | null;
  /** Impressions of both arms where so many are held out. */
  readonly requiredImpressions: number;
}

/** What is asked. */
export interface PowerQuestion {
  readonly baseRate: number;
  readonly lift: number;
  readonly holdoutShare: number;
  readonly designEffect: number;
  /** Of the title, and of the longest window; null: not known. */
  readonly impressionsADay: number | null;
  readonly dayCount: number | null;
}

/** Reckons it. @throws StatisticInputError, CampaignInputError naming the number that is out of range */
export function powerOfCampaign(question: PowerQuestion): CampaignPower {
  const { baseRate, lift, holdoutShare, designEffect, impressionsADay, dayCount } = question;
  const campaign = { goal: { baseRate, smallestLift: lift }, holdoutShare };
  const planFor = (aDay: number, days: number): CampaignPlan =>
    planCampaign(campaign, { impressionsADay: aDay, dayCount: days, designEffect });
  return {
    ...{ baseRate, lift, holdoutShare },
    unitsPerArm: unitsPerArm({ ...EVEN_PROPORTIONS, baseRate }, lift),
    requiredImpressions: planFor(1, 1).requiredImpressions,
    plan: impressionsADay === null || dayCount === null ? null : planFor(impressionsADay, dayCount),
  };
}

/** In sentences. */
export function describePower({ baseRate, lift, holdoutShare, plan, ...found }: CampaignPower): string {
  const percent = (fraction: number): string => `${Number((100 * fraction).toPrecision(3))}%`;
  const count = (value: number): string => value.toLocaleString('en-US');
  const lines = [
    `base rate ${percent(baseRate)}, lift ${percent(lift)}, level 5%, power 80%:`,
    `  ${count(found.unitsPerArm)} impressions per arm of two equal arms`,
    `  ${count(found.requiredImpressions)} impressions in all with ${percent(holdoutShare)} held out`,
  ];
  if (plan === null) return lines.join('\n');
  const shown = plan.detectableLift === null ? 'no lift' : `a lift of ${percent(plan.detectableLift)}`;
  return [
    ...lines,
    `  ${count(plan.requiredDays)} days; the window shows ${shown}: ${plan.isPowered ? 'enough' : 'UNDER-POWERED, no verdict will be given'}`,
  ].join('\n');
}
