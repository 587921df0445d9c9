import { loadConfiguration, showProgress } from '@keyart/common';
import { createDatabase } from '@keyart/db';
import { servingParametersOf } from '@keyart/decisions';
import type { ScoringOptions } from '@keyart/offline-evaluation';
import { openConfiguredRanker } from '../open-configured-ranker';
import type { OpenDatabase } from '../open-database';

/** How the command line scores policies: as is configured, with the database that it opens, and progress in the terminal. */
export function scoringOptions(
  openDatabase: OpenDatabase,
): Pick<ScoringOptions, 'parameters' | 'openDatabase' | 'openRanker' | 'progressOf'> {
  return {
    parameters: servingParametersOf(loadConfiguration()),
    openDatabase: async () => {
      const running = await openDatabase();
      const database = createDatabase(running.url);
      return { database, close: () => database.close().then(() => running.stop()) };
    },
    openRanker: openConfiguredRanker,
    progressOf: showProgress,
  };
}
