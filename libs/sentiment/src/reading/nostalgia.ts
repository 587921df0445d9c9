const NOSTALGIA =
  /\bnostalgi\w*|\b(?:brings?|brought) back (?:so many |fond |good |my )?memories|\btakes? me (?:right )?back\b|\bgood old days\b|\bwhen i was (?:a (?:kid|child|boy|girl|teenager)|little|young|growing up)\b|\b(?:i|we) grew up (?:with|on|watching)\b|\b(?:my|our) childhood\b|\bsince i was (?:a kid|a child|little)\b|\bas a (?:kid|child)\b|\bthey don['’]t make (?:them|movies|films|'em) like\b/gi;

/** P(nostalgia) where it is said once, and what of the rest each time more adds. Set by hand: no labelled set has the feeling. */
const [ONCE, EACH_MORE] = [0.6, 0.5];

/** Probability that a passage is nostalgic, in [0, 1); by phrases, not calibrated. */
export function nostalgiaProbability(passage: string): number {
  const count = passage.match(NOSTALGIA)?.length ?? 0;
  return count === 0 ? 0 : 1 - (1 - ONCE) * EACH_MORE ** (count - 1);
}
