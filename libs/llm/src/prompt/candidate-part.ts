import { CHARACTERS_PER_TOKEN, promptText } from './prompt-text';

/** Longest caption in a prompt, tokens counted as four characters each. */
export const CAPTION_TOKENS = 40;

/** A candidate's caption as one line of harmless text; it cannot add an option or an instruction of its own. */
export function renderCaption(caption: string): string {
  return `${promptText(caption, CAPTION_TOKENS * CHARACTERS_PER_TOKEN) || 'no description'}.`;
}
