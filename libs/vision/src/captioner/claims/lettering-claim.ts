const DENIED =
  /\b(?:no|without(?: any)?|free of) (?:visible |readable )?(?:lettering|letters|text|words|title|writing|typography)\b|\btextless\b/i;
const CLAIMED =
  /\b(?:lettering|letters|text|title|typography|typeface|logo|caption|captions|inscription|wordmark|credits|written words|handwriting|words? (?:reads?|says?|above|below|across))\b/i;

/** Whether a text says that there is lettering; null where it does not say. */
export function letteringClaimOf(text: string): boolean | null {
  if (DENIED.test(text)) return false;
  return CLAIMED.test(text) ? true : null;
}
