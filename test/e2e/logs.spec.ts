import { createLogger } from '@keyart/common';
import { keyOf, startApi, type ApiFixture } from './support/api-fixture';
import { addTitle, page, TITLE } from './support/catalogue.factory';

const MARK = 'zq7marked';
const marked = (what: string): string => `${MARK}-${what}`;
const EVENT = { type: 'impression', occurredAt: '2026-03-01T20:00:00Z' };
const ENTRY = {
  title: marked('film'),
  genres: [marked('genre')],
  people: [marked('person')],
  rating: 4,
  watchedAt: '2026-01-01T00:00:00Z',
};

/** A busy hour in small: what works, what is refused, what breaks inside. */
async function callEverything(api: ApiFixture): Promise<number[]> {
  const memberId = marked('member');
  const history = { displayName: marked('name'), entries: [ENTRY] };
  const calls: Parameters<ApiFixture['call']>[] = [
    ['POST', '/v1/decisions', { body: page(['metropolis'], { memberId }) }],
    ['POST', '/v1/decisions', { body: page([marked('title')], { memberId }) }],
    ['POST', '/v1/decisions', { body: page([], { memberId }) }],
    ['POST', '/v1/decisions', { raw: `{"memberId":"${memberId}",` }],
    ['POST', '/v1/decisions', { body: { [marked('field')]: memberId } }],
    [
      'POST',
      '/v1/events',
      { body: { events: [{ ...EVENT, eventId: marked('e'), decisionId: marked('d') }] } },
    ],
    ['PUT', `/v1/members/${memberId}/history`, { body: history }],
    ['PUT', `/v1/members/${memberId}/history`, { body: { ...history, entries: [{ ...ENTRY, rating: 9 }] } }],
    ['GET', `/v1/members/${memberId}`],
    ['GET', `/v1/members/${memberId}-unknown?x=${marked('query')}`],
    ['PUT', `/v1/titles/${marked('title')}`, { body: { ...TITLE, name: marked('title name') } }],
    ['POST', '/v1/jobs/build-profile', { body: { memberId } }],
    ['GET', `/v1/titles`, { key: marked('key') }],
    ['GET', '/v1/titles', { headers: { 'x-request-id': marked('request'), 'user-agent': marked('agent') } }],
    ['GET', `/${marked('path')}`],
  ];
  const statuses: number[] = [];
  for (const call of calls) statuses.push((await api.call(...call)).status);
  return statuses;
}

describe('logs', () => {
  it('hold no member, name, title or key, whatever happens', async () => {
    let log = '';
    const logger = createLogger('e2e', 'trace', { write: (line) => void (log += line) });
    const api = await startApi({ logger });
    await addTitle(api, 'metropolis', [{}]);
    expect((await callEverything(api)).filter((status) => status < 300).length).toBeGreaterThan(5);
    await api.db.database.query({
      text: `ALTER TABLE member ADD CONSTRAINT unwanted CHECK (id NOT LIKE '${MARK}%') NOT VALID`,
    });
    api.jobs.failure = new Error(`no queue for ${marked('member')}`);
    expect(await callEverything(api)).toContain(500);
    await api.db.database.close();
    expect(await callEverything(api)).toContain(503);
    await api.close();
    expect(log).toContain('request failed');
    expect(log.match(new RegExp(`.{80}${MARK}.{0,80}`, 'g')) ?? []).toEqual([]);
    expect(log).not.toContain(keyOf('all'));
  });
});
