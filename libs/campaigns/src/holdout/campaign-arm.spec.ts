import { campaignArm } from './campaign-arm';

const MEMBERS = Array.from({ length: 20_000 }, (_, i) => `member-${i}`);
const holdoutOf = (campaignId: string, holdoutShare: number): string[] =>
  MEMBERS.filter((member) => campaignArm({ campaignId, salt: 'salt', holdoutShare }, member) === 'holdout');

describe('campaignArm', () => {
  it('holds out the share, the same viewers each time, and keeps them where the share grows', () => {
    const [small, large] = [holdoutOf('winter', 0.05), new Set(holdoutOf('winter', 0.1))];
    expect(Math.abs(small.length / MEMBERS.length - 0.05)).toBeLessThan(
      4 * Math.sqrt((0.05 * 0.95) / MEMBERS.length),
    );
    expect(small.every((member) => large.has(member))).toBe(true);
    expect(holdoutOf('winter', 0.05)).toEqual(small);
  });

  it('deals another campaign independently', () => {
    const other = new Set(holdoutOf('summer', 0.1));
    const both = holdoutOf('winter', 0.1).filter((member) => other.has(member)).length;
    expect(Math.abs(both / MEMBERS.length - 0.01)).toBeLessThan(4 * Math.sqrt(0.01 / MEMBERS.length));
  });

  it.each([0.04, 0.11, NaN])('refuses a share of %p', (holdoutShare) => {
    expect(() => campaignArm({ campaignId: 'a', salt: 's', holdoutShare }, 'm')).toThrow('holdoutShare');
  });
});
