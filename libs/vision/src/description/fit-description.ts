import { clipToTokens } from './clip-to-tokens';
import { estimateTokenCount } from './estimate-token-count';

/**
 * Tokens of a description by `estimateTokenCount`: 25 to 40 of a real tokeniser, less on both sides what the estimate may be wrong by.
 */
export const DESCRIPTION_TOKENS = { least: 28, most: 38 } as const;

/** Parts of a description before they meet its limits. */
export interface DescriptionParts {
  readonly shows: string;
  /** Said only to reach the least length, most telling first. */
  readonly notes: readonly string[];
  /** From the fullest to the shortest. */
  readonly suggests: readonly string[];
}

/** A description's two halves and the line they make. */
export interface DescriptionWords {
  readonly shows: string;
  readonly suggests: string;
  readonly text: string;
}

/** Words within these limits: what is suggested gives way first, then what is shown is cut; short ones take on notes. */
export function fitDescription({ shows, notes, suggests }: DescriptionParts): DescriptionWords {
  const shortest = suggests[suggests.length - 1];
  const roomFor = (suggested: string): number =>
    DESCRIPTION_TOKENS.most - estimateTokenCount(line('', suggested));
  const chosen = suggests.find((suggested) => estimateTokenCount(shows) <= roomFor(suggested)) ?? shortest;
  const room = roomFor(chosen);
  const shown = withNotes(clipToTokens(shows, room), { notes, room, suggested: chosen });
  return { shows: shown, suggests: chosen, text: line(shown, chosen) };
}

function withNotes(
  shows: string,
  { notes, room, suggested }: { notes: readonly string[]; room: number; suggested: string },
): string {
  return notes.reduce((said, note) => {
    const longer = `${said}; ${note}`;
    const isLongEnough = estimateTokenCount(line(said, suggested)) >= DESCRIPTION_TOKENS.least;
    return isLongEnough || estimateTokenCount(longer) > room ? said : longer;
  }, shows);
}

function line(shows: string, suggests: string): string {
  return `${shows}. Suggests ${suggests}.`;
}
