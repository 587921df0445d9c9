import { loadConfiguration, requiredDatabaseUrl } from '@keyart/common';

/** A database that is ready, and how to let go of it. */
export interface OpenedDatabase {
  readonly url: string;
  stop(): Promise<void>;
}

/** How commands come by the database; called by those that need one only. */
export type OpenDatabase = () => Promise<OpenedDatabase>;

/** The database of `DATABASE_URL`, which must be set and migrated. */
export const openConfiguredDatabase: OpenDatabase = async () => {
  const url = requiredDatabaseUrl(loadConfiguration());
  return { url, stop: () => Promise.resolve() };
};
