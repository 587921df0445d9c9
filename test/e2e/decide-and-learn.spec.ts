import { randomUUID } from 'node:crypto';
import { START_MS, startApi, type ApiFixture } from './support/api-fixture';
import { addTitle, page } from './support/catalogue.factory';

const at = (afterMs: number): string => new Date(START_MS + afterMs).toISOString();

describe('a choice, from the history to the record', () => {
  let api: ApiFixture;

  beforeAll(async () => {
    api = await startApi();
    await addTitle(api, 'metropolis', [{}, { caption: 'Two lovers meet.', facets: { romance: 0.9 } }, {}]);
    await addTitle(api, 'barred', [{ rightsUntil: '2020-01-01T00:00:00Z' }]);
  });
  afterAll(() => api.close());

  const decide = async (more: object = {}) => {
    const { body, status } = await api.call('POST', '/v1/decisions', { body: page(['metropolis'], more) });
    expect(status).toBe(200);
    return body.decisions[0];
  };
  const post = (events: unknown[]) => api.call('POST', '/v1/events', { body: { events } });

  it('imports a history and asks for the profile', async () => {
    const entry = {
      title: 'Casablanca',
      year: 1942,
      genres: ['Romance'],
      people: [],
      rating: 5,
      watchedAt: at(0),
    };
    const answer = await api.call('PUT', '/v1/members/ana/history', {
      body: { displayName: 'Ana', entries: [entry] },
    });
    expect(answer.status).toBe(202);
    expect(answer.body).toEqual({ imported: 1, jobId: 'job-1' });
    expect(api.jobs.enqueued).toEqual([{ name: 'build-profile', payload: { memberId: 'ana' } }]);
    const member = await api.call('GET', '/v1/members/ana');
    expect(member.body).toMatchObject({ memberId: 'ana', displayName: 'Ana', profileVersion: 'new' });
  });

  it('answers one choice per title and a named error for each that has none, by place', async () => {
    const titles = ['nobody-knows', 'metropolis', 'barred'];
    const { status, body, headers } = await api.call('POST', '/v1/decisions', { body: page(titles) });
    expect(status).toBe(200);
    expect(body.requestId).toBe(headers.get('x-request-id'));
    expect(body.decisions).toEqual([
      {
        decisionId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        titleId: 'metropolis',
        artworkId: expect.stringMatching(/^metropolis-[012]$/),
        url: expect.stringMatching(/^\/v1\/artworks\/metropolis-[012]\/image\?v=[0-9a-f]{64}$/),
        placeholder: {
          blurhash: expect.stringMatching(/^.{28}$/),
          dominantColour: expect.stringMatching(/^#[0-9a-f]{6}$/),
        },
        alt: expect.stringMatching(/^Metropolis: ./),
        source: 'bandit',
        policy: 'production',
      },
    ]);
    expect(body.errors).toEqual([
      { titleId: 'nobody-knows', index: 0, code: 'unknown-title', detail: expect.any(String) },
      {
        titleId: 'barred',
        index: 2,
        code: 'no-eligible-artwork',
        detail: expect.stringContaining('rights-expired'),
      },
    ]);
    expect((await fetch(api.baseUrl + body.decisions[0].url)).status).toBe(200);
  });

  it('keeps the full record, durable and with a distribution that sums to one', async () => {
    const { decisionId, artworkId } = await decide({ memberId: 'recorded' });
    const { status, body } = await api.call('GET', `/v1/decisions/${decisionId}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ decisionId, artworkId, memberId: 'recorded', policy: 'production', row: 0 });
    const chosen = body.candidates.find((one: { artworkId: string }) => one.artworkId === artworkId);
    expect(chosen.probability).toBe(body.propensity);
    const sum = body.candidates.reduce((s: number, c: { probability: number }) => s + c.probability, 0);
    expect(sum).toBeCloseTo(1, 12);
    expect(
      Math.min(...body.candidates.map((c: { probability: number }) => c.probability)),
    ).toBeGreaterThanOrEqual(0.05 / 3);
  });

  it('takes events once, whoever sends them again, and rejects only the wrong ones', async () => {
    const { decisionId } = await decide({ memberId: 'eventful' });
    const good = { eventId: randomUUID(), decisionId, type: 'impression', occurredAt: at(1000) };
    const play = { eventId: randomUUID(), decisionId, type: 'play', occurredAt: at(9000) };
    const events = [
      good,
      { ...good, eventId: randomUUID(), decisionId: randomUUID() },
      { ...good, eventId: randomUUID(), type: 'dance' },
      play,
      play,
      { ...good, eventId: 'no-uuid-decision', decisionId: 'not a uuid' },
      17,
      { ...good, eventId: randomUUID(), type: 'progress' },
      { ...good, eventId: randomUUID(), occurredAt: '2026-02-30T00:00:00Z' },
      { ...good, eventId: 'nul\u0000' },
      { ...good, eventId: '\ud800' },
      { ...good, eventId: randomUUID(), occurredAt: at(3 * 24 * 3_600_000) },
      { ...good, eventId: randomUUID(), extra: 1 },
    ];
    const first = await post(events);
    expect(first.status).toBe(200);
    expect({ accepted: first.body.accepted, duplicates: first.body.duplicates }).toEqual({
      accepted: 2,
      duplicates: 1,
    });
    const codes = first.body.rejected.map(({ index, code }: { index: number; code: string }) => [
      index,
      code,
    ]);
    expect(codes).toEqual([
      [1, 'unknown-decision'],
      [2, 'malformed-event'],
      [5, 'unknown-decision'],
      [6, 'malformed-event'],
      [7, 'malformed-event'],
      [8, 'malformed-event'],
      [9, 'malformed-event'],
      [10, 'malformed-event'],
      [11, 'occurred-in-future'],
      [12, 'malformed-event'],
    ]);
    expect(first.body.rejected[1].detail).toContain('type must be one of impression');
    const again = await post([good, play]);
    expect(again.body).toEqual({ accepted: 0, duplicates: 2, rejected: [] });
  });

  it('locks the picture after a play', async () => {
    const { decisionId, artworkId } = await decide({ memberId: 'player' });
    await post([{ eventId: randomUUID(), decisionId, type: 'play', occurredAt: at(0) }]);
    const next = await decide({ memberId: 'player' });
    const { body } = await api.call('GET', `/v1/decisions/${next.decisionId}`);
    expect(next.artworkId).toBe(artworkId);
    expect(body).toMatchObject({ isLocked: true, propensity: 1, stickyOutcome: 'locked' });
  });

  it('serves a named policy, and goes on from the next tier where the LLM has no scores', async () => {
    const { source, policy } = await decide({ memberId: 'llm-viewer', policy: 'llm' });
    expect(policy).toBe('llm');
    expect(source).toBe('bandit');
  });

  it('gives one title in two places the same choice', async () => {
    const { body } = await api.call('POST', '/v1/decisions', { body: page(['metropolis', 'metropolis']) });
    expect(body.decisions).toHaveLength(2);
    expect(body.decisions[0].decisionId).toBe(body.decisions[1].decisionId);
  });
});
