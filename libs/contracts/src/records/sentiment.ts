/** Feelings that a text can show: the 27 of GoEmotions (Demszky et al. 2020, without neutral) and nostalgia. */
export const TONES = [
  ...['admiration', 'amusement', 'anger', 'annoyance', 'approval', 'caring', 'confusion', 'curiosity'],
  ...['desire', 'disappointment', 'disapproval', 'disgust', 'embarrassment', 'excitement', 'fear'],
  ...['gratitude', 'grief', 'joy', 'love', 'nervousness', 'optimism', 'pride', 'realization', 'relief'],
  ...['remorse', 'sadness', 'surprise', 'nostalgia'],
] as const;

/** A feeling. */
export type Tone = (typeof TONES)[number];

/** What of a title a sentence is about. */
export const TITLE_ASPECTS = [
  ...['acting', 'plot', 'pacing', 'direction', 'visuals', 'music', 'dialogue', 'ending', 'characters'],
] as const;

/** An aspect of a title. */
export type TitleAspect = (typeof TITLE_ASPECTS)[number];

/** The way a text as a whole leans; `mixed`: neither side is likely enough. */
export const SENTIMENT_LABELS = ['negative', 'mixed', 'positive'] as const;

/** One of them. */
export type SentimentLabel = (typeof SENTIMENT_LABELS)[number];

/** What an answer comes from. */
export const SENTIMENT_SOURCES = ['linear', 'llm'] as const;

/** One of them. */
export type SentimentSource = (typeof SENTIMENT_SOURCES)[number];

/** What is out of the ordinary about a text; none of it drops the text. */
export const SENTIMENT_FLAGS = [
  /** Nothing to read after cleaning: polarity 0, confidence 0. */
  'no-words',
  /** Only emoji. */
  'emoji-only',
  /** Not English; what is said rests on little. */
  'unsupported-language',
  /** Longer than is read; the end was left aside. */
  'truncated',
  /** Markup was taken out. */
  'markup',
  /** Control or binary characters were taken out. */
  'control-characters',
  /** Speaks to a model instead of about a title. */
  'instructions',
  /** Says one thing and seems to mean the other. */
  'possibly-ironic',
] as const;

/** One of them. */
export type SentimentFlag = (typeof SENTIMENT_FLAGS)[number];

/** A feeling in a text. */
export interface ToneReading {
  readonly tone: Tone;
  /** Calibrated, in [0, 1]. */
  readonly probability: number;
  /** How strongly it is said, in [0, 1]. */
  readonly intensity: number;
}

/** What a text says of an aspect. */
export interface AspectReading {
  readonly aspect: TitleAspect;
  /** In [−1, 1]. */
  readonly polarity: number;
  /** Where in the text as it was given: [from, to), UTF-16 code units. */
  readonly evidence: { readonly from: number; readonly to: number };
}

/** What was read out of a text. */
export interface SentimentReading {
  /** 2 P(positive) − 1, in [−1, 1]. */
  readonly polarity: number;
  readonly label: SentimentLabel;
  /** Calibrated probability of the likelier side, in [0.5, 1]; 0 where there was nothing to read. */
  readonly confidence: number;
  /** How strongly it is said, in [0, 1]. */
  readonly intensity: number;
  /** Those above their thresholds, the likeliest first. */
  readonly tones: readonly ToneReading[];
  readonly aspects: readonly AspectReading[];
  /** ISO 639-1; null: could not be told. */
  readonly language: string | null;
  readonly source: SentimentSource;
  /** Of the engine that answered, like `linear-3f2a…`; profiles and detectors start anew with another. */
  readonly engineVersion: string;
  readonly flags: readonly SentimentFlag[];
}
