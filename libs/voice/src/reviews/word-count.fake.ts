import type { SentimentReading } from '@keyart/contracts';
import type { SentimentEngine } from '@keyart/sentiment';

const GOOD = ['good', 'great', 'wonderful', 'loved', 'brilliant'];
const BAD = ['bad', 'worst', 'boring', 'hated', 'awful'];

/** An engine that counts a few words; it fails on texts that it is told to, and when it is down. */
export class WordCountEngine implements SentimentEngine {
  readonly version = 'words-1';
  isDown = false;
  failureCount = 0;
  failsOn: string | null = null;
  readonly batches: number[] = [];

  async read(texts: readonly string[]): Promise<SentimentReading[]> {
    if (this.isDown) {
      this.failureCount++;
      throw new Error('the engine is down');
    }
    if (this.failsOn !== null && texts.some((text) => text.includes(this.failsOn as string)))
      throw new Error('the engine fails on a text');
    this.batches.push(texts.length);
    return texts.map((text) => this.readingOf(text));
  }

  private readingOf(text: string): SentimentReading {
    const words: readonly string[] = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const count = (list: readonly string[]): number => words.filter((word) => list.includes(word)).length;
    const [good, bad] = [count(GOOD), count(BAD)];
    const polarity = (good - bad) / Math.max(1, good + bad);
    return {
      ...{ polarity, confidence: words.length === 0 ? 0 : (1 + Math.abs(polarity)) / 2 },
      label: polarity > 0.3 ? 'positive' : polarity < -0.3 ? 'negative' : 'mixed',
      intensity: Math.min(1, (good + bad) / 3),
      tones: good > 0 ? [{ tone: 'joy', probability: 0.9, intensity: 0.6 }] : [],
      aspects: words.includes('plot')
        ? [{ aspect: 'plot', polarity, evidence: { from: 0, to: text.length } }]
        : [],
      ...{ language: 'en', source: 'linear', engineVersion: this.version },
      flags: words.length === 0 ? ['no-words'] : [],
    };
  }
}
