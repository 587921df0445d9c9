import { ManualClock, type Clock } from '@keyart/common';
import { createDatabase, DecisionsRepository } from '@keyart/db';
import { ensureDatabase } from '../embedded-postgres';
import type { Configuration } from '@keyart/common';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** The evening lasts about five hours and its reward windows six more: started so early, all is over by now. */
const EVENING_STARTS_AGO_MS = 12 * HOUR_MS;

/** A clock set to the start of last evening, but never before what is already logged: time only moves forward. */
export async function eveningClock(configuration: Configuration, real: Clock): Promise<ManualClock> {
  const running = await ensureDatabase(configuration);
  const database = createDatabase(running.url);
  try {
    const last = await new DecisionsRepository(database).lastDecidedAt();
    const afterLastMs = last ? last.getTime() + MINUTE_MS : 0;
    return new ManualClock(Math.max(real.nowMs() - EVENING_STARTS_AGO_MS, afterLastMs));
  } finally {
    await database.close();
    await running.stop();
  }
}
