import { InputError, newApiKey } from '@keyart/common';
import { API_SCOPES, isInstant, type ApiScope } from '@keyart/contracts';
import { ApiKeysRepository, createDatabase } from '@keyart/db';
import type { Command } from 'commander';
import type { OpenDatabase } from '../open-database';

interface CreateOptions {
  readonly name: string;
  readonly scopes: string;
  readonly expiresAt?: string;
  readonly json: boolean;
}

function scopesOf(text: string): ApiScope[] {
  const given = [...new Set(text.split(',').map((scope) => scope.trim()))];
  const unknown = given.filter((scope) => !(API_SCOPES as readonly string[]).includes(scope));
  if (unknown.length === 0) return given as ApiScope[];
  throw new InputError('BAD_OPTION', `--scopes ${text}: must be some of ${API_SCOPES.join(',')}`);
}

function instantOf(text: string | undefined): Date | null {
  if (text === undefined) return null;
  if (isInstant(text)) return new Date(text);
  throw new InputError('BAD_OPTION', `--expires-at ${text}: must be like 2026-01-31T20:15:00Z`);
}

async function runCreate(options: CreateOptions, openDatabase: OpenDatabase): Promise<void> {
  const { name, json } = options;
  const [scopes, expiresAt] = [scopesOf(options.scopes), instantOf(options.expiresAt)];
  const running = await openDatabase();
  const database = createDatabase(running.url);
  try {
    const { key, keyHash, prefix } = newApiKey();
    const { id } = await new ApiKeysRepository(database).create({ name, keyHash, prefix, scopes, expiresAt });
    process.stdout.write(json ? `${JSON.stringify({ keyId: id, key })}\n` : `${key}\n`);
    process.stderr.write('Keep the key: it is stored nowhere.\n');
  } finally {
    await database.close();
    await running.stop();
  }
}

/** `keyart keys create`: the way to the first admin key; later ones come from `POST /v1/keys`. */
export function addKeyCommands(program: Command, openDatabase: OpenDatabase): void {
  program
    .command('keys')
    .description('API keys')
    .command('create')
    .description('make an API key and print it, straight into the database; further ones by POST /v1/keys')
    .requiredOption('--name <text>', 'who holds it')
    .requiredOption('--scopes <list>', `comma-separated, of ${API_SCOPES.join(', ')}`)
    .option('--expires-at <instant>', 'lets nobody in from then on')
    .option('--json', 'print id and key as JSON', false)
    .action((options: CreateOptions) => runCreate(options, openDatabase));
}
