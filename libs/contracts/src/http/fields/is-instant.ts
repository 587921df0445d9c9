import { ValidateBy, type ValidationOptions } from 'class-validator';

const INSTANT =
  /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** Whether a value is an RFC 3339 date and time with a zone that names a real day, e.g. `2026-01-31T20:15:00Z`. */
export function isInstant(value: unknown): value is string {
  const match = typeof value === 'string' ? INSTANT.exec(value) : null;
  if (!match) return false;
  const [year, month, day] = match.slice(1, 4).map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** An RFC 3339 date and time with a zone. */
export function IsInstant(options?: ValidationOptions): PropertyDecorator {
  const defaultMessage = (): string =>
    '$property must be a date and time with a zone, e.g. 2026-01-31T20:15:00Z';
  return ValidateBy({ name: 'isInstant', validator: { validate: isInstant, defaultMessage } }, options);
}
