import { exitCodeOf, loadConfiguration, messageOf, SystemClock, untilToldToEnd } from '@keyart/common';
import { readViewerFixtures } from '@keyart/catalog';
import { BullJobProducer, queueOptions } from '@keyart/queue';
import { FIXTURES } from './service-parts';
import { startService, type RunningService } from './start-service';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

function greet({ url, apiKey, parts }: RunningService): void {
  const body =
    '{"memberId":"ana","surface":{"aspect":"16:9","locale":"en","region":"PT","device":"tv","maturity":"18"},"titles":[{"titleId":"sintel","row":0,"position":0}]}';
  say(
    `\nkeyart is up at ${url}\n  viewers' pages  ${url}/\n  API             ${url}/docs\n  demo key        ${apiKey}`,
  );
  say(
    `\n  curl -s ${url}/v1/decisions -H 'authorization: Bearer ${apiKey}' \\\n    -H 'content-type: application/json' -d '${body}'\n`,
  );
  if (parts.llmMissing) say(`The LLM tier is out: ${parts.llmMissing}. Pages are served by the other tiers.`);
}

/** Profiles first; each then asks for its own precompute. */
async function prepareViewers({ parts }: RunningService, queueUrl: string | undefined): Promise<void> {
  const producer = new BullJobProducer(queueOptions({ queueUrl, databaseUrl: parts.databaseUrl }));
  for (const { memberId } of await readViewerFixtures(FIXTURES))
    await producer.enqueue('build-profile', { memberId });
  await producer.close();
}

async function main(): Promise<void> {
  const configuration = loadConfiguration();
  const service = await startService({ configuration, clock: new SystemClock() });
  await prepareViewers(service, configuration.QUEUE_URL);
  greet(service);
  await untilToldToEnd();
  say('keyart is shutting down');
  await service.close();
}

main().catch((error: unknown) => {
  say(`keyart could not start: ${messageOf(error)}`);
  process.exitCode = exitCodeOf(error);
});
