import type { SimilarityTitle } from '../similarity-title';

/** Sentences about how a film was made, shown, praised and sold say nothing of its story. */
const NOT_STORY =
  /\b(?:grossed|gross|box[- ]office|budget(?:ed)?|award(?:s|ed)?|nominat\w+|Oscars?|Academy|Golden Globe|premier\w+|festival|released|release|distributed|critics?|critical(?:ly)?|reviews?|received|reception|soundtrack|filmed|filming|shot|shooting|produced by|production|score|sequel|prequel|remake|remade|franchise|installment|Blu-ray|DVD|VHS|Library of Congress|National Film Registry|preserved|print|copyright|public domain|MPAA|rated|Rotten Tomatoes|career|debut|credited|marketed|inspired by|television series)\b/;
/** A film's first sentence says what it is; what it says of makers comes after `by`, `starring`. */
const MAKERS =
  /,? (?:written|directed|produced|co-written|starring|and starring|featuring|that stars|which stars|from a screenplay|with a screenplay)\b.*?(?=\bbased on\b|\babout\b|\bset in\b|\bset during\b|\badapted from\b|[.;]|$)/g;
/** Of the list that a title stands in, not of the title. */
const LIST =
  /^\s*(?:This|The following|Below|Here) (?:is|are) (?:a |an |the )?(?:complete |partial |full )?(?:list|filmography)\b/;
const SENTENCE_END = /(?<=[.!?]["”’)]?)\s+(?=[\p{Lu}"“])/u;

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function withoutNames(text: string, { people, name }: SimilarityTitle): string {
  const names = [...people, name].filter((one) => one.length > 3).map(escaped);
  const plain = names.length > 0 ? text.replace(new RegExp(names.join('|'), 'g'), '_') : text;
  return plain.replace(/\((?:[^()]*)\)/g, ' ');
}

/**
 * The sentences of a synopsis that tell what a title is and what happens in it. The first one is always among them, without its makers.
 * Names of the title and of its people are taken out: `The Dragon` may be about a boxer.
 */
export function storySentences(title: SimilarityTitle): string[] {
  if (LIST.test(title.synopsis)) return [''];
  const [first = '', ...others] = withoutNames(title.synopsis, title).split(SENTENCE_END);
  return [first.replace(MAKERS, ' '), ...others.filter((sentence) => !NOT_STORY.test(sentence))];
}
