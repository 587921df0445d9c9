import { setTimeout as pause } from 'node:timers/promises';
import { DependencyError } from '@keyart/common';
import { SERVE_ERROR_CODES } from './errors';
import { runJob } from './run-job';
import type { ServiceClient } from './service-client';

/** What the night did. */
export interface Night {
  readonly attributedCount: number;
  /** Decisions the bandit was fitted to. */
  readonly trainedRowCount: number;
  /** Of the bandit that serves from the morning on. */
  readonly banditVersion: string;
}

interface Trained {
  readonly rowCount: number;
  readonly versions: { readonly bandit: string } | null;
}

/** Every instance looks at the registry every two seconds. */
const UNTIL_SERVED_MS = 3_000;

/**
 * Attributes the day's rewards, trains on all that is attributed and puts the bandit into service, as the schedules would but at
 * once: by jobs, and without a shadow.
 * @param asOf instant that the attribution speaks for
 * @throws DependencyError `REWARD_WINDOWS_OPEN` where no window has closed by then
 */
export async function learnOvernight(client: ServiceClient, asOf: Date): Promise<Night> {
  const { attributedCount } = await runJob<{ attributedCount: number }>(client, 'attribute-rewards', {
    path: '/v1/jobs/attribute-rewards',
    body: { asOf: asOf.toISOString() },
  });
  const { rowCount, versions } = await runJob<Trained>(client, 'train-baseline', {
    path: '/v1/models/train',
    body: { promote: 'now', rewardBaseline: 'title' },
  });
  if (attributedCount === 0 || versions === null)
    throw new DependencyError(
      SERVE_ERROR_CODES.windowsOpen,
      `no reward window has closed by ${asOf.toISOString()}; is REWARD_WINDOW_MS of the service longer than half a day?`,
      false,
    );
  await pause(UNTIL_SERVED_MS);
  return { attributedCount, trainedRowCount: rowCount, banditVersion: versions.bandit };
}
