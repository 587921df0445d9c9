import { exposureReport } from './exposure-report';

const rewards = { clusterCount: 2, count: 4, sum: 2, squaredSum: 2, squaredCount: 8, sumTimesCount: 4 };
const counts = { decisionCount: 9, impressionCount: 5, rewards };

describe('exposureReport', () => {
  it('joins plan and log, and tests the sizes of the groups by exposed members', () => {
    const planned = [
      { name: 'uniform', expectedShare: 0.5 },
      { name: 'none', expectedShare: 0.5 },
    ];
    const rows = [
      { group: 'uniform', exposedMemberCount: 100, ...counts },
      { group: null, exposedMemberCount: 300, ...counts },
    ];
    const report = exposureReport(planned, rows, (slice) => slice ?? 'none');
    expect(report.groups[1]).toMatchObject({ name: 'none', exposedMemberCount: 300, decisionCount: 9 });
    expect(report.groups[0].descriptive).toMatchObject({ mean: 0.5, standardError: 0 });
    expect(report.sampleRatio).toMatchObject({ chiSquared: 100, isMismatch: true });
  });

  it('counts an arm nobody was decided for as empty', () => {
    const planned = ['a', 'b'].map((name) => ({ name, expectedShare: 0.5 }));
    const { groups, sampleRatio } = exposureReport(planned, []);
    expect(groups).toEqual(
      planned.map((one) => ({
        ...one,
        ...{ exposedMemberCount: 0, decisionCount: 0, impressionCount: 0, descriptive: null },
      })),
    );
    expect(sampleRatio.pValue).toBeNull();
  });
});
