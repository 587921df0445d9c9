const CONTROL_CHARACTERS = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;
const MODEL_MARKERS =
  /<\s*\|[^|<>]*\|\s*>|<\s*\|?\s*(?:im_start|im_end|endoftext|eot_id|begin_of_text|start_header_id|end_header_id)\s*\|?\s*>|\[\/?INST\]|<\/?s>/gi;

/**
 * Makes text from outside (titles, captions, names) harmless data for a prompt, a log line or a page:
 * control and direction characters become spaces, model control tokens vanish, white space folds, length is capped.
 * Repeats until nothing changes, so that removing one marker cannot assemble another.
 * @param text any string
 * @param maxLength cap in UTF-16 units
 */
export function sanitizeText(text: string, maxLength: number): string {
  let current = text.toWellFormed();
  for (;;) {
    const next = current.replace(CONTROL_CHARACTERS, ' ').replace(MODEL_MARKERS, '');
    if (next === current) break;
    current = next;
  }
  return current.replace(/\s+/g, ' ').trim().slice(0, maxLength).trimEnd();
}
