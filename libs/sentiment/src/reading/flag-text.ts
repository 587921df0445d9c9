import type { SentimentFlag } from '@keyart/contracts';

const INSTRUCTIONS =
  /\b(?:ignore|disregard|forget)\b.{0,30}\b(?:previous|above|prior|earlier|all)\b.{0,20}\b(?:instructions?|prompts?|rules?)\b|\b(?:answer|reply|respond|output|classify|label|rate)\b.{0,20}\b(?:as|with|only)?\s*["']?(?:positive|negative)\b|\byou are (?:now )?(?:an? )?(?:ai|assistant|language model|chatbot|sentiment)|\bsystem prompt\b/i;

/** Praise in quotation marks, praise that is taken back in the same breath, set phrases. */
const IRONY = [
  /\b(?:yeah|oh),? (?:right|great|sure|joy|wonderful)\b/i,
  /["“”](?:great|brilliant|genius|masterpiece|funny|hilarious|comedy|acting|star|stars|classic|best|entertainment|plot|art)["“”]/i,
  /\b(?:best|greatest|masterpiece|brilliant|genius)\b.{0,40}\b(?:if you (?:like|love|enjoy)|for (?:curing )?insomnia|cure for insomnia|of sleep)\b/i,
  /\b(?:thanks|thank you) for (?:wasting|nothing)\b/i,
  /\bonly good (?:thing|part)\b.{0,30}\b(?:end(?:ed|ing|s)?|credits|over|popcorn|exit)\b/i,
  /\b(?:so|sooo+) (?:good|great|brilliant|exciting)\b.{0,20}\b(?:(?:i|we) (?:fell asleep|left|walked out|slept))\b/i,
];

const LETTER = /[\p{L}\p{N}]/u;
const EMOJI = /\p{Extended_Pictographic}/u;

/** What is out of the ordinary about a clean text, languages aside. */
export function flagText(text: string): SentimentFlag[] {
  const flags: SentimentFlag[] = [];
  if (!LETTER.test(text)) flags.push(EMOJI.test(text) ? 'emoji-only' : 'no-words');
  if (INSTRUCTIONS.test(text)) flags.push('instructions');
  if (IRONY.some((pattern) => pattern.test(text))) flags.push('possibly-ironic');
  return flags;
}
