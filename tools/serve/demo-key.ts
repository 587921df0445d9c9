import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { apiKeyOf, newApiKey } from '@keyart/common';
import { API_SCOPES } from '@keyart/contracts';
import { ApiKeysRepository, type Database } from '@keyart/db';

const KIND = 'keyart_demo';

async function readOrMake(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch {
    const { key } = newApiKey(KIND);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, `${key}\n`, { mode: 0o600 });
    return key;
  }
}

/**
 * This installation's demo key with all rights, the same at every start; the database holds only its hash.
 * @param home KEYART_HOME
 */
export async function ensureDemoKey(home: string, database: Database): Promise<string> {
  const key = await readOrMake(path.join(home, 'demo-key'));
  const { keyHash, prefix } = apiKeyOf(key, KIND);
  await new ApiKeysRepository(database).create({ name: 'demo', keyHash, prefix, scopes: API_SCOPES });
  return key;
}
