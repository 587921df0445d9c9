/** Prisma's code of a failed query, e.g. `P2025`: a row that had to exist does not; null for other errors. */
export function prismaErrorCode(error: unknown): string | null {
  const code = error instanceof Error ? (error as { code?: unknown }).code : undefined;
  return typeof code === 'string' && /^P\d{4}$/.test(code) ? code : null;
}
