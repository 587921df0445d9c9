/** What was measured is not good enough: exit code 1. */
export class GateFailedError extends Error {}
