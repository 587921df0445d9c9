/** Codes of what goes wrong between a world and the service in it. */
export const SERVE_ERROR_CODES = {
  interrupted: 'INTERRUPTED',
  unreachable: 'SERVICE_UNREACHABLE',
  refused: 'SERVICE_REFUSED',
  badKey: 'BAD_API_KEY',
  missingScope: 'MISSING_SCOPE',
  jobFailed: 'JOB_FAILED',
  queueStalled: 'QUEUE_STALLED',
  nothingDecided: 'NOTHING_DECIDED',
  windowsOpen: 'REWARD_WINDOWS_OPEN',
} as const;
