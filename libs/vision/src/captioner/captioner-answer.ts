import { plainToInstance } from 'class-transformer';
import { IsNotEmpty, IsString, MaxLength, validateSync } from 'class-validator';
import { harmlessWords, speaksToModel } from '../description/harmless-words';
import { badAnswer } from './captioner-error';

const MAX_SHOWS_LENGTH = 1_000;
const MAX_SUGGESTS_LENGTH = 300;
/** Models like to begin the phrase with the sentence it completes. */
const OPENING = /^(?:it|this|the (?:picture|image|artwork|poster))?\s*(?:suggests|evokes|promises)\s+/i;

/** What the model was asked for. */
class CaptionerAnswer {
  @IsString() @IsNotEmpty() @MaxLength(MAX_SHOWS_LENGTH) shows: string;
  @IsString() @IsNotEmpty() @MaxLength(MAX_SUGGESTS_LENGTH) suggests: string;
}

/** A captioner's words, made harmless. */
export interface CaptionerWords {
  readonly shows: string;
  readonly suggests: string;
}

/**
 * Reads a chat answer whose message is the JSON asked for, bare or fenced.
 * @throws CaptionerError `CAPTIONER_BAD_ANSWER` naming what is wrong, never quoting the answer
 */
export function readCaptionerAnswer(body: string): CaptionerWords {
  const answer = plainToInstance(CaptionerAnswer, parsed(unfenced(messageOf(parsed(body)))));
  const faults = validateSync(answer).flatMap(({ property }) => property);
  if (faults.length > 0) throw badAnswer(`has no usable ${faults.join(' and ')}`);
  if (speaksToModel(`${answer.shows} ${answer.suggests}`))
    throw badAnswer('speaks to a model, not of the picture');
  const shows = harmlessWords(answer.shows);
  const suggests = harmlessWords(answer.suggests).replace(OPENING, '');
  if (!shows || !suggests) throw badAnswer('has no words left when made harmless');
  return { shows, suggests };
}

function parsed(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch (cause) {
    throw badAnswer('is not JSON', cause);
  }
  throw badAnswer('is not an object');
}

function messageOf(completion: object): string {
  const { choices } = completion as { choices?: { message?: { content?: unknown } }[] };
  const content = Array.isArray(choices) ? choices[0]?.message?.content : undefined;
  if (typeof content !== 'string') throw badAnswer('has no message');
  return content;
}

function unfenced(text: string): string {
  return text.slice(Math.max(0, text.indexOf('{')), text.lastIndexOf('}') + 1 || undefined);
}
