import { runModule } from './run-module';

const CAUSE = { name: 'left-pad', severity: 'high', title: 'pads to the right', url: 'https://advisory/1' };
const TODAY = '2026-03-01';

function problemsOf(accepted: readonly object[], cause: object | string = CAUSE): Promise<unknown> {
  const argument = { report: { vulnerabilities: { 'left-pad': { via: [cause] } } }, accepted, today: TODAY };
  const call = { module: '../check/advisory-problems.mjs', name: 'unaccepted', argument, env: process.env };
  return runModule(call).then(({ value }) => value);
}

describe('unaccepted', () => {
  it('names package, severity and advisory', async () => {
    expect(await problemsOf([])).toEqual(['left-pad: high, pads to the right: https://advisory/1']);
  });

  it('lets an acceptance hold until its day, and no longer', async () => {
    const accepted = { advisory: CAUSE.url, reason: 'not reachable' };
    expect(await problemsOf([{ ...accepted, until: TODAY }])).toEqual([]);
    expect(await problemsOf([{ ...accepted, until: '2026-02-28' }])).toHaveLength(1);
  });

  it.each([[{ ...CAUSE, severity: 'moderate' }], ['another-package']])('leaves %j alone', async (cause) => {
    expect(await problemsOf([], cause)).toEqual([]);
  });
});
