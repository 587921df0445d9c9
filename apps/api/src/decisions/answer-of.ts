import { sanitizeText } from '@keyart/common';
import type { DecisionErrorDto, DecisionsAnswerDto, ServedDecisionDto } from '@keyart/contracts';
import type { DecidedTitle } from '@keyart/decisions';
import { pictureUrl } from '../catalogue/picture-url';

const MAX_ALT_LENGTH = 300;

type Decided = Extract<DecidedTitle, { ok: true }>;

/** The answer to a page's request; titles without a picture keep their place as `index`. */
export function answerOf(requestId: string, decided: readonly DecidedTitle[]): DecisionsAnswerDto {
  const decisions: ServedDecisionDto[] = [];
  const errors: DecisionErrorDto[] = [];
  decided.forEach((one, index) => {
    if (one.ok) decisions.push(servedOf(one));
    else errors.push({ titleId: one.titleId, index, code: one.code, detail: one.detail });
  });
  return { requestId, decisions, errors };
}

function servedOf({ record, artwork, title }: Decided): ServedDecisionDto {
  const { decisionId, titleId, artworkId, source, policy } = record;
  return {
    decisionId,
    titleId,
    artworkId,
    url: pictureUrl(artwork),
    placeholder: { blurhash: artwork.blurhash, dominantColour: artwork.dominantColour },
    alt: altOf(artwork.caption, title.name),
    source,
    policy,
  };
}

/** What a screen reader says of the picture. */
export function altOf(caption: string, titleName: string): string {
  return sanitizeText(`${titleName}: ${caption}`, MAX_ALT_LENGTH);
}
