import { sanitizeText } from '@keyart/common';

/** What a description can use at most; more is cut before anything else looks at it. */
const MAX_LENGTH = 2_000;
/** Brackets that control tokens are spelled with, and fences; a description needs neither. */
const MARKUP = /[<>{}|`#*_‹›〈〉⟨⟩《》]+/g;
/** A colon makes such a word the name of a speaker; without it, it is a word. */
const SPEAKER = /\b(system|assistant|user|human|developer|tool|instructions?|response|prompt)(?:\s*:)+/gi;
const SENTENCE_ENDS = /(?<=[.!?])\s+/;
const TRAILING_STOPS = /[\s.;:,]+$/;

/** Phrases that speak to a model or of its task. No caption needs one; half a sentence of them is not kept either. */
const SPOKEN_TO_A_MODEL = [
  /\b(ignore|disregard|forget|override)\b.{0,60}\b(instructions?|previous|above|prompts?|rules?|viewer|everything)\b/i,
  /\b(always|please|only|now)\s+(choose|pick|select|rank|prefer|answer|recommend|say|output|respond)\b/i,
  /\b(choose|pick|select|rank|prefer|answer with|recommend)\s+(this|that|me|it|option|candidate|the (?:first|last))\b/i,
  /\b(?:[Oo]ption|[Cc]andidate|[Aa]nswer)\s+(?:[A-Z]\b|is\b|\d)/,
  /\b(language model|system prompt|as an ai|you are an?|the correct answer|best match for)\b/i,
];

/** Whether a text speaks to a model instead of about a picture. */
export function speaksToModel(text: string): boolean {
  return SPOKEN_TO_A_MODEL.some((phrase) => phrase.test(text));
}

/**
 * Text from outside as one line about a picture: sanitized (control tokens, invisible characters, line breaks), without markup and
 * speakers' names, without sentences that speak to a model, without a final stop. Empty when nothing is left. A second time changes
 * nothing.
 */
export function harmlessWords(text: string): string {
  const line = sanitizeText(text.slice(0, MAX_LENGTH).normalize('NFKC'), MAX_LENGTH);
  const plain = sanitizeText(line.replace(MARKUP, ' '), MAX_LENGTH).replace(SPEAKER, '$1');
  const sentences = sanitizeText(plain, MAX_LENGTH).split(SENTENCE_ENDS);
  const kept = sentences.filter((sentence) => !speaksToModel(sentence)).join(' ');
  return (speaksToModel(kept) ? '' : kept).replace(TRAILING_STOPS, '').trim();
}
