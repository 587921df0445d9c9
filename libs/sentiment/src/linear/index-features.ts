import type { FeatureScanner } from '../text/feature-scanner';
import { FeatureIndex } from './feature-index';

/** Hashes of each text, each once, ascending: `hashes[starts[i] … starts[i + 1])`, with how often it occurs there. */
export interface ScannedTexts {
  readonly starts: Uint32Array;
  readonly hashes: Uint32Array;
  readonly counts: Uint8Array;
}

/** Scans texts once for all that is fitted to them. */
export function scanTexts(texts: readonly string[], scanner: FeatureScanner): ScannedTexts {
  const starts = new Uint32Array(texts.length + 1);
  let [hashes, counts] = [new Uint32Array(1 << 20), new Uint8Array(1 << 20)];
  let end = 0;
  texts.forEach((text, i) => {
    const sorted = scanner.scan(text).slice().sort();
    if (end + sorted.length > hashes.length) {
      const size = 2 * (end + sorted.length);
      const [more, moreCounts] = [new Uint32Array(size), new Uint8Array(size)];
      more.set(hashes);
      moreCounts.set(counts);
      [hashes, counts] = [more, moreCounts];
    }
    for (let at = 0; at < sorted.length; at++) {
      if (at > 0 && sorted[at] === sorted[at - 1]) counts[end - 1] = Math.min(255, counts[end - 1] + 1);
      else [hashes[end], counts[end++]] = [sorted[at], 1];
    }
    starts[i + 1] = end;
  });
  return { starts, hashes: hashes.slice(0, end), counts: counts.slice(0, end) };
}

/** Features that occur in at least so many texts. */
export function frequentFeatures({ hashes }: ScannedTexts, leastTextCount: number): FeatureIndex {
  const sorted = hashes.slice().sort();
  let kept = 0;
  for (let from = 0, at = 1; at <= sorted.length; at++) {
    if (at < sorted.length && sorted[at] === sorted[from]) continue;
    if (at - from >= leastTextCount) sorted[kept++] = sorted[from];
    from = at;
  }
  return new FeatureIndex(sorted.slice(0, kept));
}
