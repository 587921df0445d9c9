import { FeatureIndex } from '../linear/feature-index';
import { FeatureScanner } from '../text/feature-scanner';

const SINGLE_WORDS = { wordCount: 1, characterCounts: null } as const;

/** Tells how much of a text a model of English knows. */
export class KnownWords {
  private readonly scanner = new FeatureScanner(SINGLE_WORDS);
  private readonly index: FeatureIndex;

  /** @param hashes features that hold single words among others */
  constructor(hashes: Uint32Array) {
    this.index = new FeatureIndex(hashes);
  }

  /** Share of the words and marks of a text that are known, in [0, 1]; null: it has none. */
  knownFraction(text: string): number | null {
    const hashes = this.scanner.scan(text);
    if (hashes.length === 0) return null;
    let known = 0;
    for (let at = 0; at < hashes.length; at++) if (this.index.columnOf(hashes[at]) >= 0) known++;
    return known / hashes.length;
  }
}
