import { LocalisationInputError } from './errors';
import { isLanguageCode } from '@keyart/contracts';

/** How a title can be made to be understood. */
export const TRACK_KINDS = ['subtitle', 'dub'] as const;

/** One of the kinds. */
export type TrackKind = (typeof TRACK_KINDS)[number];

/** Subtitles or a dub in a language. */
export interface Track {
  readonly kind: TrackKind;
  /** ISO 639-1. */
  readonly language: string;
}

/**
 * Tracks of a list such as `dub:de,subtitle:fr`; each once, in the order given.
 * @param text empty: no tracks
 * @throws LocalisationInputError `BAD_TRACK` naming the entry and what is wrong with it
 */
export function parseTracks(text: string): Track[] {
  const entries = text.split(',').map((entry) => entry.trim());
  const tracks = entries.filter((entry) => entry !== '').map(trackOf);
  return [...new Map(tracks.map((track) => [trackKey(track), track])).values()];
}

/** `dub:de`. */
export function trackKey({ kind, language }: Track): string {
  return `${kind}:${language}`;
}

function trackOf(entry: string): Track {
  const [kind, language, ...rest] = entry.split(':');
  const bad = (problem: string) => new LocalisationInputError('BAD_TRACK', `${entry}: ${problem}`);
  if (language === undefined || rest.length > 0) throw bad('must be written like dub:de or subtitle:fr');
  if (!isTrackKind(kind)) throw bad(`must be one of ${TRACK_KINDS.join(', ')}, then a colon and a language`);
  if (!isLanguageCode(language))
    throw bad(`${language} is no language of ISO 639-1, such as de${hintOf(language)}`);
  return { kind, language };
}

/** Country codes are the usual slip. */
function hintOf(language: string): string {
  return /[A-Z]/.test(language) ? ' (lower case; not the code of a country)' : '';
}

function isTrackKind(text: string): text is TrackKind {
  return (TRACK_KINDS as readonly string[]).includes(text);
}
