import { TITLE_ASPECTS, type TitleAspect } from '@keyart/contracts';

/** Words by which a sentence speaks of an aspect. */
const WORDS: Readonly<Record<TitleAspect, RegExp>> = {
  acting: /\b(?:acting|actors?|actress(?:es)?|acted|performances?|cast(?:ing)?|overact\w*|portrayals?)\b/i,
  plot: /\b(?:plots?|story(?:line)?s?|stories|narrative|premise|script|screenplay|subplots?|twists?)\b/i,
  pacing:
    /\b(?:pac(?:e|ed|ing)|slow(?:ly)?|drag(?:s|ged|ging)?|rushed|too long|overlong|tedious|fast-paced|sluggish)\b/i,
  direction: /\b(?:direct(?:or|ors|ed|ing|ion)|filmmaker|filmmaking|helmed)\b/i,
  visuals:
    /\b(?:visuals?|cinematography|photography|photographed|special effects?|effects|cgi|camera ?work|scenery|animation|sets|costumes?|visually)\b/i,
  music: /\b(?:music(?:al)?|soundtrack|score|songs?|singing|theme tune)\b/i,
  dialogue: /\b(?:dialogues?|dialogs?|lines|one-liners?|writing|banter|monologues?)\b/i,
  ending:
    /\b(?:ending|endings|finale|conclusion|climax|last (?:scene|act|minutes)|final (?:scene|act|minutes))\b/i,
  characters:
    /\b(?:characters?|character development|protagonists?|antagonists?|heroes?|heroine|villains?)\b/i,
};

/** Aspects that a sentence speaks of, in the order of the list. */
export function findAspects(sentence: string): TitleAspect[] {
  return TITLE_ASPECTS.filter((aspect) => WORDS[aspect].test(sentence));
}
