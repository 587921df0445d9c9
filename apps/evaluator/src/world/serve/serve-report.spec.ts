import { renderServe } from './render-serve';
import { dayRow, serveSummary, type ServeDayRow } from './serve-report';
import type { Showing } from './showing';

const NIGHT = { attributedCount: 20, trainedRowCount: 20, banditVersion: 'bandit-next' };

/** Every viewer is shown the same; `shown` is between .2 and .4. */
function row(day: number, shown: number, decidingSeconds: number): ServeDayRow {
  const showings = Array.from({ length: 20 }, (_, at): Showing => {
    const chances = { shown: shown + (at % 2 ? 0.01 : -0.01), random: 0.2, oracle: 0.4 };
    return { decisionId: String(at), memberId: String(at), source: 'bandit', isTake: at < 5, chances };
  });
  const visited = {
    showings,
    undecidedCount: 1,
    decidingSeconds,
    eventCount: 35,
    banditVersion: 'bandit-now',
  };
  return dayRow({ day, visitCount: 2, visited, night: NIGHT });
}

function reportOf(days: readonly ServeDayRow[]): string {
  const counts = { titles: 3, artworks: 9, viewers: 20 };
  const report = {
    schema: 'world-serve/1',
    source: 'made',
    softwareVersion: '0',
    seed: 's',
    pageSize: 10,
  } as const;
  return renderServe({ ...report, counts, days, summary: serveSummary(days) });
}

describe('serveSummary', () => {
  const days = [row(1, 0.22, 0.1), row(2, 0.25, 0.05), row(3, 0.3, 0.05)];

  it('divides all decisions by all time in which pages were asked for', () => {
    const { decisionsPerSecond, ...summary } = serveSummary(days);
    expect(decisionsPerSecond).toBeCloseTo(60 / 0.2);
    expect(summary).toMatchObject({ dayCount: 3, decisionCount: 60, eventCount: 105, isFastEnough: true });
    expect(serveSummary([row(1, 0.22, 1)]).isFastEnough).toBe(false);
  });

  it('compares the last day with the first', () => {
    const { firstGapClosed, lastGapClosed, rise } = serveSummary(days);
    expect([firstGapClosed, lastGapClosed, rise?.value]).toEqual([
      expect.closeTo(0.1),
      expect.closeTo(0.5),
      expect.closeTo(0.4),
    ]);
    expect(rise?.low).toBeGreaterThan(0.3);
    expect(serveSummary(days.slice(0, 1)).rise).toBeNull();
  });

  it('is told in words', () => {
    expect(reportOf(days)).toContain(
      '60 decisions, 105 events; 300 decisions/s over HTTP, above the floor of 200',
    );
    expect(reportOf(days)).toContain('gap closed rose from first to last day: 40.0%');
    expect(reportOf([...days].reverse())).toContain('gap closed fell');
    expect(reportOf([days[0], row(2, 0.22, 1)])).toContain('neither rose nor fell for certain');
    expect(reportOf([row(1, 0.22, 1)])).toContain('20 decisions/s over HTTP, below the floor of 200');
    expect(reportOf(days)).toContain('3 titles had no decision');
  });
});
