import { isCountryCode, TITLE_ASPECTS, TONES, type AspectReading, type ToneReading } from '@keyart/contracts';
import { CreativeError } from '../errors';
import type { AnalysedReview } from './analysed-review';
import { RowFields } from './row-fields';

/** Facts of the review and its title. */
const OWN_FIELDS = [
  ...['titleId', 'title', 'genres', 'microGenres', 'country', 'at', 'stars', 'weight', 'text', 'author'],
];
/** What was read out of it, as a `SentimentReading` has it; the second row is passed over. */
const READING_FIELDS = [
  ...['polarity', 'intensity', 'tones', 'aspects'],
  ...['label', 'confidence', 'language', 'source', 'engineVersion', 'flags'],
];
const FIELDS = [...OWN_FIELDS, ...READING_FIELDS];

const SHARE = [0, 1] as const;
const LEANING = [-1, 1] as const;
const STARS = [1, 10] as const;
/** A review that counts nothing is not written down. */
const WEIGHTS = [1e-6, 1] as const;

/**
 * Analysed reviews, a JSON object a line (schema `analysed-reviews/1`, see docs/insights/creative.md): facts of review and title beside the
 * fields of a `SentimentReading`. A byte order mark and blank lines at the end are passed over.
 * @param file name for messages
 * @throws CreativeError `BAD_REVIEW` naming file, line and field; also for a file without reviews, and where a title's facts disagree
 */
export function readReviews(text: string, file: string): AnalysedReview[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/);
  if (lines.length === 1 && lines[0] === '') throw new CreativeError('BAD_REVIEW', `${file}: has no reviews`);
  const titles = new Map<string, { facts: string; line: number }>();
  return lines.map((line, i) => {
    const place = `${file}:${i + 1}`;
    const review = reviewOf(RowFields.of(place, parsed(line, place), FIELDS));
    const facts = JSON.stringify([review.titleName, review.genres, review.microGenres]);
    const known = titles.get(review.titleId);
    if (known === undefined) titles.set(review.titleId, { facts, line: i + 1 });
    else if (known.facts !== facts)
      throw new CreativeError(
        'BAD_REVIEW',
        `${place}: title ${review.titleId} has another name, genres or microGenres than in line ${known.line}`,
      );
    return review;
  });
}

function parsed(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new CreativeError('BAD_REVIEW', `${place}: is no JSON (${(error as Error).message})`);
  }
}

function reviewOf(fields: RowFields): AnalysedReview {
  const text = fields.textOrEmpty('text');
  const country = fields.textOrNull('country');
  if (country !== null && !isCountryCode(country))
    throw fields.bad('country', 'a code of ISO 3166-1 alpha-2 like DE or GB');
  const titleId = fields.text('titleId');
  return {
    ...{ titleId, titleName: fields.textOrNull('title') ?? titleId, country },
    ...{ genres: fields.texts('genres'), microGenres: fields.texts('microGenres') },
    ...{ atMs: fields.momentOrNull('at'), stars: fields.numberOrNull('stars', STARS) },
    ...{ polarity: fields.number('polarity', LEANING), intensity: fields.number('intensity', SHARE) },
    ...{ tones: tonesOf(fields), aspects: aspectsOf(fields, text) },
    ...{ weight: fields.numberOrNull('weight', WEIGHTS) ?? 1, text, author: fields.textOrNull('author') },
  };
}

function tonesOf(fields: RowFields): ToneReading[] {
  return fields.objects('tones', ['tone', 'probability', 'intensity']).map((tone) => ({
    tone: tone.word('tone', TONES),
    probability: tone.number('probability', SHARE),
    intensity: tone.number('intensity', SHARE),
  }));
}

/** Evidence lies within the text, where there is one. */
function aspectsOf(fields: RowFields, text: string): AspectReading[] {
  return fields.objects('aspects', ['aspect', 'polarity', 'evidence']).map((aspect) => {
    const evidence = aspect.object('evidence', ['from', 'to']);
    const end = text === '' ? Number.MAX_SAFE_INTEGER : text.length;
    const from = evidence.number('from', [0, end]);
    const to = evidence.number('to', [from, end]);
    if (!Number.isInteger(from)) throw evidence.bad('from', 'whole');
    if (!Number.isInteger(to)) throw evidence.bad('to', 'whole');
    return {
      aspect: aspect.word('aspect', TITLE_ASPECTS),
      polarity: aspect.number('polarity', LEANING),
      evidence: { from, to },
    };
  });
}
