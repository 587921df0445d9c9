import { TONES, type SentimentReading, type Tone, type ToneReading } from '@keyart/contracts';
import { readModel, type ReadModel } from '../model/model-files';
import type { SentimentEngine } from '../sentiment-engine';
import { cleanText } from '../text/clean-text';
import { passagesOf, sentencesOf } from '../text/passages';
import { BagReader } from './bag-reader';
import { emojiPolarity } from './emoji-polarity';
import { findAspects } from './find-aspects';
import { flagText } from './flag-text';
import { KnownWords } from './known-words';
import { labelOf } from './label-of';
import { nostalgiaProbability } from './nostalgia';
import { readAspects, type AspectSentence } from './read-aspects';
import { tellLanguage } from './tell-language';

/** A text with all that is asked of the graphs about it. */
interface Prepared {
  readonly text: string;
  readonly flags: SentimentReading['flags'];
  readonly language: string | null;
  readonly columns: Uint32Array;
  readonly passages: readonly { readonly text: string; readonly columns: Uint32Array }[];
  readonly sentences: readonly AspectSentence[];
}

/** What a model of tones says of a text. */
export interface LabelledText {
  /** In the order of the labels. */
  readonly probabilities: Float32Array;
  /** Labels whose probability reaches their threshold. */
  readonly said: readonly string[];
}

/** Tones of a text: of each the most of any passage, and the mean over passages. */
interface TonesOfText {
  readonly tones: readonly ToneReading[];
  /** Mean over passages of the likeliest tone, in [0, 1]. */
  readonly strength: number;
}

/**
 * Reads with linear models over hashed n-grams: polarity of the whole text, tones passage by passage, aspects sentence by sentence. Always
 * answers; about a text in a language that it does not know it says so.
 */
export class LinearEngine implements SentimentEngine {
  private constructor(
    private readonly model: ReadModel,
    private readonly polarity: BagReader,
    private readonly tones: BagReader,
    private readonly words: KnownWords,
  ) {}

  /**
   * @param folder with the files that `keyart sentiment train` writes
   * @throws SentimentError `BAD_SENTIMENT_MODEL`
   */
  static async open(folder: string): Promise<LinearEngine> {
    const model = await readModel(folder);
    const polarity = await BagReader.open(model.polarity, 1);
    const tones = await BagReader.open(model.tones, model.tones.labels.length);
    return new LinearEngine(model, polarity, tones, new KnownWords(model.tones.hashes));
  }

  get version(): string {
    return this.model.version;
  }

  async read(texts: readonly string[]): Promise<SentimentReading[]> {
    const prepared = texts.map((text) => this.prepare(text));
    const passages = prepared.flatMap((one) => one.passages);
    const sentences = prepared.flatMap((one) => one.sentences);
    const [whole, parts, toneAnswer] = await Promise.all([
      this.polarity.read(prepared.map(({ columns }) => columns)),
      this.polarity.read(sentences.map(({ columns }) => columns)),
      this.tones.read(passages.map(({ columns }) => columns)),
    ]);
    let [sentence, passage] = [0, 0];
    return prepared.map((one, i) => {
      const aspects = readAspects(one.sentences, parts.probabilities.subarray(sentence));
      const tones = this.tonesOf(one, toneAnswer.probabilities, passage);
      sentence += one.sentences.length;
      passage += one.passages.length;
      const margin = Math.abs(whole.margins[i]) / this.model.polarity.largeMargin;
      return this.reading(one, { probability: whole.probabilities[i], margin, tones, aspects });
    });
  }

  /** All labels of short texts, each read as one passage; `neutral` is among them. */
  async labelled(texts: readonly string[]): Promise<LabelledText[]> {
    const { labels, thresholds } = this.model.tones;
    const { probabilities } = await this.tones.read(
      texts.map((text) => this.tones.columnsOf(cleanText(text).text)),
    );
    return texts.map((_, i) => {
      const own = probabilities.subarray(i * labels.length, (i + 1) * labels.length);
      return { probabilities: own, said: labels.filter((__, c) => own[c] >= thresholds[c]) };
    });
  }

  /** In the order of the probabilities. */
  get labels(): readonly string[] {
    return this.model.tones.labels;
  }

  private prepare(given: string): Prepared {
    const { text, flags } = cleanText(given);
    const found = [...new Set([...flags, ...flagText(text)])];
    const language = tellLanguage(text, this.words.knownFraction(text));
    if (language !== null && language !== 'en') found.push('unsupported-language');
    const sentences = sentencesOf(text);
    return {
      ...{ text, flags: found, language, columns: this.polarity.columnsOf(text) },
      passages: passagesOf(text, sentences).map(({ from, to }) => {
        const own = text.slice(from, to);
        return { text: own, columns: this.tones.columnsOf(own) };
      }),
      sentences: sentences.flatMap(({ from, to }) => {
        const own = text.slice(from, to);
        const aspects = findAspects(own);
        return aspects.length > 0 ? [{ from, to, aspects, columns: this.polarity.columnsOf(own) }] : [];
      }),
    };
  }

  private tonesOf({ passages }: Prepared, probabilities: Float32Array, first: number): TonesOfText {
    const { labels, thresholds } = this.model.tones;
    const of = (label: string, c: number): ToneReading[] => {
      if (!isTone(label)) return [];
      const own = passages.map((_, i) => probabilities[(first + i) * labels.length + c]);
      return toneOf(label, own, thresholds[c]);
    };
    const nostalgia = toneOf(
      'nostalgia',
      passages.map(({ text }) => nostalgiaProbability(text)),
      0.5,
    );
    const tones = [...labels.flatMap(of), ...nostalgia].sort((a, b) => b.probability - a.probability);
    return { tones, strength: tones[0]?.intensity ?? 0 };
  }

  private reading(
    { text, flags, language, columns }: Prepared,
    found: {
      readonly probability: number;
      readonly margin: number;
      readonly tones: TonesOfText;
      readonly aspects: SentimentReading['aspects'];
    },
  ): SentimentReading {
    const { version } = this;
    const base = { language, source: 'linear', engineVersion: version, flags } as const;
    if (columns.length === 0 || flags.includes('emoji-only') || flags.includes('no-words')) {
      const polarity = emojiPolarity(text);
      const confidence = polarity === 0 ? 0 : (1 + Math.abs(polarity)) / 2;
      const said = { polarity, confidence, label: labelOf(polarity), intensity: Math.abs(polarity) };
      return { ...said, tones: [], aspects: [], ...base };
    }
    const polarity = 2 * found.probability - 1;
    return {
      ...{ polarity, label: labelOf(polarity), confidence: (1 + Math.abs(polarity)) / 2 },
      intensity: (Math.min(1, found.margin) + found.tones.strength) / 2,
      ...{ tones: found.tones.tones, aspects: found.aspects, ...base },
    };
  }
}

function isTone(label: string): label is Tone {
  return (TONES as readonly string[]).includes(label);
}

function toneOf(tone: Tone, passages: readonly number[], threshold: number): ToneReading[] {
  const probability = Math.max(0, ...passages);
  if (passages.length === 0 || probability < threshold) return [];
  const intensity = passages.reduce((sum, value) => sum + value, 0) / passages.length;
  return [{ tone, probability, intensity }];
}
