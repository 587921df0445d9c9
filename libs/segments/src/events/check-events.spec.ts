import { InputError } from '@keyart/common';
import type { Tone } from '@keyart/contracts';
import { someEvent } from '../some-events.factory';
import { checkEvents } from './check-events';

describe('checkEvents', () => {
  it('takes ends of ranges, other scripts and what is not known', () => {
    const full = someEvent({
      viewer: 'зритель',
      title: '映画',
      polarity: -1,
      intensity: 1,
      completion: 0,
      stars: 5,
    });
    expect(() => checkEvents([someEvent(), full])).not.toThrow();
    expect(() => checkEvents([])).not.toThrow();
  });

  it.each([
    ['polarity', { polarity: NaN }],
    ['polarity', { polarity: 1.01 }],
    ['intensity', { intensity: -0.1 }],
    ['completion', { completion: Infinity }],
    ['stars', { stars: 0 }],
    ['atMs', { atMs: NaN }],
    ['viewer', { viewer: '' }],
    ['title', { title: '' }],
    ['tones[0].tone', { tones: [{ tone: 'boredom' as Tone, probability: 0.5 }] }],
    ['tones[0].probability', { tones: [{ tone: 'joy' as const, probability: NaN }] }],
  ])('refuses a bad %s, naming row and field', (field, bad) => {
    const run = () => checkEvents([someEvent(), someEvent(bad)]);
    expect(run).toThrow(InputError);
    expect(run).toThrow(`events[1].${field}: `);
  });
});
