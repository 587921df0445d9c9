/** Which pieces of a text are its features. */
export interface FeatureSpec {
  /** Words and punctuation marks in a row, 1 to this many; 0: none. */
  readonly wordCount: number;
  /** Characters in a row within a word and its two borders, from–to; null: none. */
  readonly characterCounts: readonly [number, number] | null;
}

const [FNV_OFFSET, FNV_PRIME] = [0x811c9dc5, 0x01000193];
const [WORD_SALT, CHARACTER_SALT, GOLDEN] = [0x51ed270b, 0x2545f491, 0x9e3779b1];
const [SPACE, APOSTROPHE, TYPOGRAPHIC_APOSTROPHE] = [32, 39, 0x2019];
const [LETTER, MARK, GAP] = [1, 2, 0] as const;

/** What each UTF-16 code unit is; surrogates are marks, two to an emoji. */
const KINDS = Uint8Array.from({ length: 0x10000 }, (_, code) => {
  if (code >= 0xd800 && code < 0xe000) return MARK;
  const character = String.fromCharCode(code);
  if (/[\p{L}\p{N}\p{M}_]/u.test(character)) return LETTER;
  return /[\s\p{C}]/u.test(character) ? GAP : MARK;
});

/** Spreads the bits of a hash (the finaliser of MurmurHash3). */
function finished(hash: number): number {
  let mixed = hash;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Number of words of a piece of text, [from, to): runs of letters and digits. */
export function wordCountIn(text: string, from: number, to: number): number {
  let [count, before] = [0, GAP as number];
  for (let at = from; at < to; at++) {
    const kind = KINDS[text.charCodeAt(at)];
    if (kind === LETTER && before !== LETTER) count++;
    before = kind;
  }
  return count;
}

/**
 * Turns a text into hashes of its word and character n-grams, so that a model holds numbers and no words of anybody's review
 * (feature hashing, Weinberger et al. 2009; 32 bits: two of 300,000 features meet in one with a chance of 10⁻⁴ each).
 * Words are runs of letters, digits and inner apostrophes, without regard to case; every other visible character is a word of its own.
 */
export class FeatureScanner {
  private found = new Uint32Array(4096);
  private count = 0;
  private tokens = new Uint32Array(1024);

  constructor(readonly spec: FeatureSpec) {}

  /** Hashes in the order of the text, repeated as often as they occur; valid until the next call. */
  scan(text: string): Uint32Array {
    this.count = 0;
    const lower = text.toLowerCase();
    const tokenCount = this.readTokens(lower);
    this.addWordGrams(tokenCount);
    return this.found.subarray(0, this.count);
  }

  private readTokens(text: string): number {
    let [count, at] = [0, 0];
    while (at < text.length) {
      const kind = KINDS[text.charCodeAt(at)];
      if (kind === GAP) {
        at++;
        continue;
      }
      const end = kind === LETTER ? wordEnd(text, at) : at + 1;
      if (count === this.tokens.length) this.tokens = grown(this.tokens);
      this.tokens[count++] = tokenHash(text, at, end);
      if (kind === LETTER) this.addCharacterGrams(text, at, end);
      at = end;
    }
    return count;
  }

  private addWordGrams(tokenCount: number): void {
    const { wordCount } = this.spec;
    for (let from = 0; from < tokenCount; from++) {
      let hash = WORD_SALT;
      const end = Math.min(tokenCount, from + wordCount);
      for (let at = from; at < end; at++) {
        hash = Math.imul(hash ^ this.tokens[at], GOLDEN);
        hash ^= hash >>> 15;
        this.add(finished(hash));
      }
    }
  }

  private addCharacterGrams(text: string, from: number, to: number): void {
    const { characterCounts } = this.spec;
    if (!characterCounts) return;
    const [shortest, longest] = characterCounts;
    for (let start = from - 1; start < to; start++) {
      let hash = CHARACTER_SALT;
      for (let length = 1; length <= longest && start + length <= to + 1; length++) {
        const at = start + length - 1;
        const code = at < from || at >= to ? SPACE : text.charCodeAt(at);
        hash = Math.imul(hash ^ code, FNV_PRIME);
        if (length >= shortest) this.add(finished(hash));
      }
    }
  }

  private add(hash: number): void {
    if (this.count === this.found.length) this.found = grown(this.found);
    this.found[this.count++] = hash;
  }
}

function wordEnd(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const isInner =
      (code === APOSTROPHE || code === TYPOGRAPHIC_APOSTROPHE) &&
      at + 1 < text.length &&
      KINDS[text.charCodeAt(at + 1)] === LETTER;
    if (KINDS[code] !== LETTER && !isInner) break;
    at++;
  }
  return at;
}

/** FNV-1a; both apostrophes are one. */
function tokenHash(text: string, from: number, to: number): number {
  let hash = FNV_OFFSET;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    hash = Math.imul(hash ^ (code === TYPOGRAPHIC_APOSTROPHE ? APOSTROPHE : code), FNV_PRIME);
  }
  return hash;
}

function grown(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * array.length);
  larger.set(array);
  return larger;
}
