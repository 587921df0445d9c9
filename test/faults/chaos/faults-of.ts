import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from '../cluster/cluster';
import { llmChildOf } from '../cluster/llm-child';
import type { Fault } from './fault';
import type { Probes } from './probes';

const OUTAGE_MS = 3_000;
const CLOCK_STEP_MS = -30_000;
const MODEL_START_LIMIT_MS = 30_000;
const POLL_MS = 100;

/** The model starts at its first use; one that is not there cannot be killed. */
async function runningModel(cluster: Cluster, probes: Probes): Promise<number> {
  await probes.orderScores();
  for (let waitedMs = 0; waitedMs < MODEL_START_LIMIT_MS; waitedMs += POLL_MS) {
    const pid = llmChildOf(cluster.worker.pid);
    if (pid !== null) return pid;
    await sleep(POLL_MS);
  }
  throw new Error('the worker did not start its model');
}

function kills(cluster: Cluster, probes: Probes): Fault[] {
  const { api, worker, database, redis } = cluster;
  const page = (): Promise<boolean> => probes.page();
  const job = (): Promise<boolean> => probes.job();
  return [
    { name: 'api', strike: async () => api.kill(), hasRecovered: page },
    { name: 'worker', strike: async () => worker.kill(), hasRecovered: job },
    {
      name: 'llm process',
      strike: async () => void process.kill(await runningModel(cluster, probes), 'SIGKILL'),
      hasRecovered: () => probes.scores(),
    },
    { name: 'database', strike: () => database.killAndRecover(), hasRecovered: page },
    ...(redis ? [{ name: 'redis', strike: async () => redis.kill(), hasRecovered: job } as const] : []),
  ];
}

function outages({ redis, llmLink, pictureDisk, clock }: Cluster, probes: Probes): Fault[] {
  /** @param begin starts the outage @param end ends it */
  const outage = (begin: () => void, end: () => void) => async (): Promise<void> => {
    begin();
    await sleep(OUTAGE_MS);
    end();
  };
  const paused: Fault[] = redis
    ? [
        {
          name: 'redis paused',
          strike: outage(
            () => redis.signal('SIGSTOP'),
            () => redis.signal('SIGCONT'),
          ),
          hasRecovered: () => probes.job(),
        },
      ]
    : [];
  const full: Fault[] = pictureDisk.isMounted
    ? [
        {
          name: 'picture disk full',
          strike: outage(
            () => pictureDisk.fill(),
            () => pictureDisk.free(),
          ),
          hasRecovered: () => probes.picture(),
        },
      ]
    : [];
  return [
    ...paused,
    ...full,
    {
      name: 'clock set back',
      strike: async () => clock.jump(CLOCK_STEP_MS),
      hasRecovered: async () => (await probes.page()) && (await probes.job()),
    },
    {
      name: 'llm link cut',
      strike: outage(
        () => llmLink.cut(),
        () => llmLink.mend(),
      ),
      hasRecovered: () => probes.inlinePage(),
    },
  ];
}

/** Every fault this machine can play on the cluster. */
export function faultsOf(cluster: Cluster, probes: Probes): Fault[] {
  return [...kills(cluster, probes), ...outages(cluster, probes)];
}
