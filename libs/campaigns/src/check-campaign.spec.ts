import type { Campaign } from './campaign';
import { campaignOf } from './campaign-cases.factory';
import { checkCampaign } from './check-campaign';

describe('checkCampaign', () => {
  it('passes a sound campaign', () => {
    expect(checkCampaign(campaignOf())).toEqual([]);
  });

  it('names the creatives that somebody has to look at', () => {
    const creatives = [...campaignOf().creatives, { artworkId: 'd', tones: null }];
    expect(checkCampaign(campaignOf({ creatives }))).toEqual([{ artworkId: 'd', unknown: 'artwork' }]);
    expect(checkCampaign(campaignOf({ titleTones: null }))).toHaveLength(3);
  });

  const [creative] = campaignOf().creatives;
  it.each<[Partial<Campaign>, string]>([
    [{ segments: [] }, 'segments: has none'],
    [{ segments: [{ name: ' ', tones: null }] }, 'segments[0]: has no name'],
    [{ creatives: [creative] }, 'creatives: has 1, must have 2 at least'],
    [{ creatives: [creative, creative] }, 'creatives[1]: a stands there twice'],
    [{ windows: [] }, 'windows: has none'],
    [{ holdoutShare: 0.2 }, 'holdoutShare: is 0.2, must be in [0.05, 0.1]'],
    [{ goal: { baseRate: 5, smallestLift: 0.1 } }, 'goal.baseRate: is 5, must be in (0, 1)'],
    [{ goal: { baseRate: 0.05, smallestLift: 0 } }, 'goal.smallestLift: is 0, must be above 0'],
    [
      { creatives: [creative, { artworkId: 'gloom', tones: { fear: 1 } }] },
      'creatives[1] gloom: misleads: fear is 100% of the picture and 0% of the title',
    ],
  ])('refuses %p', (changes, message) => {
    expect(() => checkCampaign(campaignOf(changes))).toThrow(message);
  });
});
