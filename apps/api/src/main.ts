import { createLogger, InputError, loadConfiguration, messageOf, SystemClock } from '@keyart/common';
import { createApi } from './create-api';

const EXIT_INPUT = 2;
const EXIT_ENVIRONMENT = 3;

async function main(): Promise<void> {
  const configuration = loadConfiguration();
  const app = await createApi({ configuration, clock: new SystemClock() });
  app.enableShutdownHooks();
  await app.listen(configuration.PORT, configuration.HOST);
  createLogger('api', configuration.LOG_LEVEL).info({ url: await app.getUrl() }, 'listening');
}

main().catch((error: unknown) => {
  createLogger('api').fatal({ reason: messageOf(error) }, 'the API could not start');
  process.exitCode = error instanceof InputError ? EXIT_INPUT : EXIT_ENVIRONMENT;
});
