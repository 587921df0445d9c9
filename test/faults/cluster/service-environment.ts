/** Where the parts of the service find each other. */
export interface ServiceLocations {
  readonly home: string;
  readonly databaseUrl: string;
  readonly queueUrl: string | null;
  readonly clockFile: string;
  readonly modelFiles: string;
}

/** Outcomes count for a few seconds, so that a short run attributes most rewards several times over. */
export const REWARD_WINDOW_MS = 3_000;

/** Environment of API and worker: short windows, one page shape to precompute, quiet logs. */
export function serviceEnvironment({
  home,
  databaseUrl,
  queueUrl,
  clockFile,
  modelFiles,
}: ServiceLocations): NodeJS.ProcessEnv {
  return {
    KEYART_HOME: home,
    DATABASE_URL: databaseUrl,
    ...(queueUrl && { QUEUE_URL: queueUrl }),
    KEYART_CLOCK_OFFSET_FILE: clockFile,
    MODEL_FILES: modelFiles,
    RANKING_ADAPTER: 'off',
    REWARD_WINDOW_MS: String(REWARD_WINDOW_MS),
    STICKY_MINIMUM_MS: '0',
    PRECOMPUTE_ASPECTS: '16:9',
    LOG_LEVEL: 'warn',
  };
}
