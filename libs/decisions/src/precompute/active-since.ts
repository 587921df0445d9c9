const ACTIVE_MS = 30 * 24 * 3_600_000;

/** Members with a decision or a change since then count as active at `at`. */
export function activeSince(at: Date): Date {
  return new Date(at.getTime() - ACTIVE_MS);
}
