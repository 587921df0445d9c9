import type { PlaybackEventDto } from '@keyart/contracts';
import { faultsOfPlayback } from './faults-of-playback';

const NOW_MS = Date.parse('2026-03-08T12:00:00Z');
const EVENT: PlaybackEventDto = {
  ...{ eventId: 'a', kind: 'play', fromMs: 0, toMs: 1000, occurredAt: '2026-03-08T11:00:00Z' },
};
const fieldsOf = (more: Partial<PlaybackEventDto>): string[] =>
  faultsOfPlayback([EVENT, { ...EVENT, ...more }], NOW_MS, 5000).map(({ field }) => field);

describe('faultsOfPlayback', () => {
  it.each([
    [{}, []],
    [{ kind: 'seek-back', fromMs: 2000 }, []],
    [{ kind: 'drop-off', toMs: undefined }, []],
    [{ toMs: undefined }, ['events[1].toMs']],
    [{ toMs: 0 }, ['events[1].toMs']],
    [{ kind: 'seek-back' }, ['events[1].toMs']],
    [{ fromMs: 6000, toMs: 7000 }, ['events[1].fromMs']],
    [{ occurredAt: '2026-03-08T12:06:00Z' }, ['events[1].occurredAt']],
    [{ occurredAt: '2026-03-01T11:59:59Z' }, ['events[1].occurredAt']],
  ] as [Partial<PlaybackEventDto>, string[]][])('%j: %j', (more, expected) => {
    expect(fieldsOf(more)).toEqual(expected);
  });
});
