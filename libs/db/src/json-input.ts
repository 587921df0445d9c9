import { Prisma } from './generated/client';

/** A plain value for a nullable JSON column: null becomes SQL NULL. */
export function toJsonInput(value: unknown): Prisma.InputJsonValue | typeof Prisma.DbNull {
  return value === null || value === undefined ? Prisma.DbNull : (value as Prisma.InputJsonValue);
}
