import { createHmac } from 'node:crypto';

const PERIOD_MS = 24 * 3_600_000;
const PSEUDONYM_LENGTH = 16;

/** Names for members where their ids must not stand; nobody without the secret can turn one back into a guess. */
export class MemberPseudonyms {
  /** @param secret of this installation; another secret gives other names */
  constructor(private readonly secret: string) {}

  /**
   * For log lines and audit rows: the same within a UTC day, so that one day's lines can be joined, and another the next.
   * @returns 16 hex digits
   */
  pseudonymOf(memberId: string, nowMs: number): string {
    const period = `day/${Math.floor(nowMs / PERIOD_MS)}`;
    return this.keyedHash(period, memberId).slice(0, PSEUDONYM_LENGTH);
  }

  /**
   * Does not rotate: for proofs of an erasure, which must be found again by who asks with the id.
   * @returns 64 hex digits
   */
  lastingHashOf(memberId: string): string {
    return this.keyedHash('lasting', memberId);
  }

  private keyedHash(purpose: string, memberId: string): string {
    return createHmac('sha256', this.secret).update(`${purpose}\u0000${memberId}`).digest('hex');
  }
}
