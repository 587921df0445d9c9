import { JOBS, type JobName, type JobPayload } from '@keyart/contracts';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { BadJobPayloadError } from './errors';

/**
 * A job's data as its payload class; unknown fields are dropped so that old jobs drain through new code, and null
 * means absent, as everywhere in the API.
 * @throws BadJobPayloadError naming every field that does not fit
 */
export function parseJobPayload<N extends JobName>(name: N, data: unknown): JobPayload<N> {
  const isObject = typeof data === 'object' && data !== null && !Array.isArray(data);
  if (!isObject) throw new BadJobPayloadError(name, ['the payload is not an object']);
  const payload = plainToInstance(JOBS[name] as new () => object, withoutNulls(data));
  // A class without fields is unknown to the validator.
  const faults = validateSync(payload, { whitelist: true, forbidUnknownValues: false });
  if (faults.length > 0) {
    throw new BadJobPayloadError(
      name,
      faults.flatMap((fault) => Object.values(fault.constraints ?? {})),
    );
  }
  return payload as JobPayload<N>;
}

function withoutNulls(data: object): object {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null));
}
