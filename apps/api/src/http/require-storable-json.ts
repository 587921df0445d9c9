import { isStorableText } from '@keyart/db';
import { invalidBody } from '../problems/invalid-body';

/** @throws ProblemException when a text anywhere in the body cannot be stored */
export function requireStorableJson(body: unknown): void {
  JSON.stringify(body, (field, value: unknown) => {
    if (typeof value === 'string' && !isStorableText(value))
      throw invalidBody([{ field, detail: 'must be well-formed Unicode without NUL characters' }]);
    return value;
  });
}
