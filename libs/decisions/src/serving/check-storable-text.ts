import { isStorableText } from '@keyart/db';
import { UnstorableTextError } from '../errors';
import type { DecisionRequest } from './decision-request';

/**
 * Refuses text that PostgreSQL cannot keep: written together with others' decisions, it would fail theirs too.
 * @throws UnstorableTextError naming the field
 */
export function checkStorableText({ memberId, surface }: DecisionRequest): void {
  const fields = { memberId, locale: surface.locale, region: surface.region };
  for (const [field, text] of Object.entries(fields)) {
    if (!isStorableText(text)) throw new UnstorableTextError(field);
  }
}
