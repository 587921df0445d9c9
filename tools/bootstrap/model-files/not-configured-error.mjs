/** A source that this machine does not offer: nothing was tried, so nothing is wrong with it. */
export class NotConfiguredError extends Error {}
