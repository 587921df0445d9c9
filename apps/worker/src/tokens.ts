/** The LLM of this process, or null. */
export const OPENED_LLM = Symbol('OPENED_LLM');
