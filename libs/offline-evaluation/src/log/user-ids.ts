import { randomBytes } from 'node:crypto';
import { MemberPseudonyms } from '@keyart/common';

/** What stands for a member in a file. */
export type UserIds = (memberId: string) => string;

const SECRET_BYTES = 32;
const ID_LENGTH = 16;

/**
 * Pseudonyms by a secret drawn for one export and kept nowhere: the same member has one name throughout the file, which is
 * all that evaluation needs, and another in every other file.
 * @param isRaw the ids themselves instead
 */
export function userIdsOf(isRaw: boolean): UserIds {
  if (isRaw) return (memberId) => memberId;
  const pseudonyms = new MemberPseudonyms(randomBytes(SECRET_BYTES).toString('hex'));
  return (memberId) => pseudonyms.lastingHashOf(memberId).slice(0, ID_LENGTH);
}
