import { Configuration, createLogger, InputError, SystemClock } from '@keyart/common';
import { createDatabase } from '@keyart/db';
import type { JobProducer } from '@keyart/queue';
import { createApi } from '../../apps/api/src/create-api';
import { openApiDocument } from '../../apps/api/src/openapi/openapi-document';

const refuse = (): never => {
  throw new InputError('NO_SERVICE', 'the document is built without a service behind it');
};
const NO_JOBS: JobProducer = {
  enqueue: refuse,
  readPicture: refuse,
  failed: refuse,
  retry: refuse,
  status: refuse,
  ofMember: refuse,
  ping: refuse,
  close: async () => undefined,
};
/** Nothing listens there; the document is the same with and without a database. */
const NOWHERE = 'postgresql://nobody@127.0.0.1:1/none';
const NO_SECRET = 'none is needed here';

/** The OpenAPI document as committed: the API is built but neither listens nor finds a database. */
export async function buildOpenApiText(): Promise<string> {
  const database = createDatabase(NOWHERE);
  const logger = createLogger('openapi', 'silent');
  const app = await createApi({
    configuration: { ...new Configuration(), PSEUDONYM_SECRET: NO_SECRET, IMAGE_URL_SECRET: NO_SECRET },
    clock: new SystemClock(),
    dependencies: { database, jobs: NO_JOBS, logger },
  });
  try {
    return `${JSON.stringify(openApiDocument(app), null, 2)}\n`;
  } finally {
    await app.close();
    await database.close();
  }
}
