import { loadConfiguration, requiredDatabaseUrl } from '@keyart/common';
import { applyMigrations, createDatabaseIfMissing } from '@keyart/db';
import type { Command } from 'commander';

interface MigrateOptions {
  readonly json: boolean;
}

async function runMigrate({ json }: MigrateOptions): Promise<void> {
  const url = requiredDatabaseUrl(loadConfiguration());
  await createDatabaseIfMissing(url);
  const applied = await applyMigrations(url);
  const lines = applied.length > 0 ? applied.map((name) => `applied ${name}`) : ['nothing to apply'];
  process.stdout.write(json ? `${JSON.stringify({ applied })}\n` : `${lines.join('\n')}\n`);
}

/** `keyart database migrate`. */
export function addDatabaseCommands(program: Command): void {
  program
    .command('database')
    .description('the database of DATABASE_URL')
    .command('migrate')
    .description('create it when it is missing and bring it up to date; the embedded one does so by itself')
    .option('--json', 'print the names of the applied migrations as JSON', false)
    .action(runMigrate);
}
