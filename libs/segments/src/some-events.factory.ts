import type { AffectEvent } from './events/affect-event';

/** An event that says nothing but what is given. */
export function someEvent(given: Partial<AffectEvent> = {}): AffectEvent {
  return {
    ...{ viewer: 'v', title: 't', atMs: 0, polarity: null, intensity: null, tones: [] },
    ...{ completion: null, genres: [], stars: null },
    ...given,
  };
}
