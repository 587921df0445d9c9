/** Control and direction characters, and what is drawn as nothing: among it the tags that spell ASCII invisibly. */
const CONTROL_CHARACTERS =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e01ef}]+/gu;
const MODEL_MARKERS =
  /<\s*\|[^|<>]*\|\s*>|<\s*\|?\s*(?:im_start|im_end|endoftext|eot_id|begin_of_text|start_header_id|end_header_id)\s*\|?\s*>|\[\/?INST\]|<\/?s>/gi;

const MARKER_BRACKETS = /[<>|[\]]/g;
/** Nobody nests by accident: what is still changing after so many rounds is an attack, and loses its brackets at once. */
const MAX_ROUNDS = 8;
const HALF_CHARACTER_AT_END = /[\ud800-\udbff]$/;

/**
 * Makes text from outside (titles, captions, names) harmless data for a prompt, a log line or a page:
 * control, direction and invisible characters become spaces, model control tokens vanish, white space folds, length is capped.
 * Removing one marker cannot assemble another. Time is linear in the text's length; the result is well-formed Unicode.
 * @param text any string
 * @param maxLength cap in UTF-16 units
 */
export function sanitizeText(text: string, maxLength: number): string {
  const cut = withoutMarkers(text.toWellFormed()).trim().slice(0, maxLength);
  return cut.replace(HALF_CHARACTER_AT_END, '').trimEnd();
}

function withoutMarkers(text: string): string {
  let current = text;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = current.replace(CONTROL_CHARACTERS, ' ').replace(/\s+/g, ' ').replace(MODEL_MARKERS, '');
    if (next === current) return current;
    current = next;
  }
  return current.replace(MARKER_BRACKETS, '').replace(/\s+/g, ' ');
}
