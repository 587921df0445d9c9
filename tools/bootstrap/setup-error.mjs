/** The machine lacks something; the message says what to do. Ends a command with code 3. */
export class SetupError extends Error {}

/** Environment errors, by the command line's contract. */
export const ENVIRONMENT_EXIT_CODE = 3;
