import { PrismaPg } from '@prisma/adapter-pg';
import { parseConnectionUrl } from './connection-url.mjs';
import { forScripts } from './script-connection.mjs';
import { connectToGivenShadow, connectToNewShadow } from './shadow-database.mjs';

const POOL = { max: 2, idleTimeoutMillis: 500, allowExitOnIdle: true };
const NO_DATABASE = 'postgresql://127.0.0.1:1/none';

/** Prisma's `pg` adapter with what migrations need beside queries: scripts and a shadow database. */
export class MigrationAdapter extends PrismaPg {
  #datasource;

  /** @param {import('./engine-arguments.mjs').Datasource} datasource without URL only offline commands work */
  constructor(datasource) {
    const { connectionString, schema } = parseConnectionUrl(datasource.url ?? NO_DATABASE);
    super({ connectionString, ...POOL }, { schema });
    this.#datasource = { ...datasource, url: datasource.url ?? NO_DATABASE };
  }

  async connect() {
    return forScripts(await super.connect());
  }

  connectToShadowDb() {
    const { url, shadowDatabaseUrl } = this.#datasource;
    return shadowDatabaseUrl ? connectToGivenShadow(shadowDatabaseUrl) : connectToNewShadow(url);
  }
}
