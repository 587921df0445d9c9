import { campaignOf } from '../campaign-cases.factory';
import { planCampaign } from './plan-campaign';

const TRAFFIC = { impressionsADay: 10_000, dayCount: 30, designEffect: 1 };

describe('planCampaign', () => {
  it('says how long it takes to show the smallest lift over the holdout', () => {
    const plan = planCampaign(campaignOf(), TRAFFIC);
    expect(plan).toMatchObject({
      requiredImpressions: 175_955,
      requiredDays: 18,
      holdoutImpressions: 17_596,
      isPowered: true,
    });
    expect(plan.impressionsPerCreative).toBe(31_234);
    expect(plan.detectableLift).toBeLessThan(0.1);
  });

  it('takes more where a viewer sees it often, and where fewer are held out', () => {
    expect(planCampaign(campaignOf(), { ...TRAFFIC, designEffect: 2 })).toMatchObject({
      requiredImpressions: 351_910,
      isPowered: false,
    });
    const small = planCampaign(campaignOf({ holdoutShare: 0.05 }), TRAFFIC);
    expect(small.requiredImpressions).toBeGreaterThan(300_000);
  });

  it('finds the lift it can show just where the window is just long enough', () => {
    const { requiredImpressions } = planCampaign(campaignOf(), TRAFFIC);
    const { detectableLift } = planCampaign(campaignOf(), {
      ...TRAFFIC,
      impressionsADay: requiredImpressions,
      dayCount: 1,
    });
    expect(detectableLift).toBeCloseTo(0.1, 5);
  });

  it.each([
    [{ impressionsADay: 0 }, 'impressionsADay: is 0, must be above 0'],
    [{ dayCount: NaN }, 'dayCount: is NaN, must be above 0'],
    [{ designEffect: 0.5 }, 'designEffect: is 0.5, must be 1 at least'],
  ])('refuses %p', (changes, message) => {
    expect(() => planCampaign(campaignOf(), { ...TRAFFIC, ...changes })).toThrow(message);
  });
});
