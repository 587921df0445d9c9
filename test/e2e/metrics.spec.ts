import { startApi, keyOf, type ApiFixture } from './support/api-fixture';
import { addTitle, page } from './support/catalogue.factory';
import { expectProblem } from './support/expect-problem';

describe('GET /metrics', () => {
  let api: ApiFixture;

  beforeAll(async () => {
    api = await startApi();
    await addTitle(api, 'metropolis', [{}, {}]);
  });
  afterAll(() => api.close());

  const metrics = async (): Promise<string> => (await api.call('GET', '/metrics')).body;

  it('wants a key with the scope analyst', async () => {
    expectProblem(await api.call('GET', '/metrics', { key: null }), 401, 'missing-key');
    expectProblem(await api.call('GET', '/metrics', { key: keyOf('decide') }), 403, 'missing-scope');
    const { status, headers } = await api.call('GET', '/metrics', { key: keyOf('analyst') });
    expect([status, headers.get('content-type')]).toEqual([200, expect.stringContaining('text/plain')]);
  });

  it('counts decisions, events and requests, without naming anybody', async () => {
    const request = page(['metropolis', 'unknown'], { memberId: 'member-of-the-test' });
    const { body } = await api.call('POST', '/v1/decisions', { body: request });
    const { decisionId } = body.decisions[0];
    const occurredAt = new Date(api.clock.nowMs() - 60_000).toISOString();
    const event = { eventId: 'e-1', decisionId, type: 'impression', occurredAt };
    const stray = { ...event, eventId: 'e-2', decisionId: '00000000-0000-4000-8000-000000000000' };
    await api.call('POST', '/v1/events', { body: { events: [event, event, stray] } });
    const text = await metrics();
    expect(text).toMatch(/^keyart_decisions_total\{source="bandit",policy="production",.*\} 1$/m);
    expect(text).toContain('keyart_undecided_titles_total{reason="unknown-title"} 1');
    expect(text).toContain('keyart_events_total{result="accepted"} 1');
    expect(text).toContain('keyart_events_total{result="duplicate"} 1');
    expect(text).toContain('keyart_events_total{result="unknown-decision"} 1');
    expect(text).toContain('keyart_event_delay_seconds_sum 120');
    expect(text).toMatch(
      /keyart_http_request_seconds_count\{method="POST",route="\/v1\/decisions",status="200"\} 1/,
    );
    expect(text).toContain('keyart_propensity_calibration_decisions{policy="production",source="bandit"} 1');
    expect(text).toMatch(/keyart_cache_requests_total\{cache="descriptors",result="miss"\} [1-9]/);
    expect(text).toContain('keyart_database_connections{state="busy"}');
    expect(text).toContain('nodejs_eventloop_lag_seconds');
    for (const id of ['member-of-the-test', 'metropolis', decisionId]) expect(text).not.toContain(id);
  });
});
