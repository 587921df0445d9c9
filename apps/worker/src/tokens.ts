/** The LLM of this process, or null. */
export const OPENED_LLM = Symbol('OPENED_LLM');

/** Who is told how jobs go. */
export const JOB_LISTENER = Symbol('JOB_LISTENER');

/** The configuration as parsed at boot. */
export const CONFIGURATION = Symbol('CONFIGURATION');
