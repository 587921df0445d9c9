import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from '../cluster/cluster';
import { llmChildOf } from '../cluster/llm-child';
import type { Fault } from './fault';
import type { Probes } from './probes';

const OUTAGE_MS = 3_000;
const CLOCK_STEP_MS = -30_000;
const MODEL_START_LIMIT_MS = 60_000;
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

/** A kill that happens now. */
function at(kill: () => unknown): () => Promise<number> {
  return async () => {
    const killedMs = performance.now();
    await kill();
    return killedMs;
  };
}

/** Something that is gone for some seconds. */
function outage(begin: () => void, end: () => void): () => Promise<number> {
  return async () => {
    begin();
    await sleep(OUTAGE_MS);
    end();
    return performance.now();
  };
}

function kills({ api, worker, database }: Cluster, probes: Probes): Fault[] {
  return [
    { name: 'api', strike: at(() => api.kill()), hasRecovered: () => probes.page() },
    { name: 'worker', strike: at(() => worker.kill()), hasRecovered: () => probes.job() },
    { name: 'database', strike: at(() => database.killAndRecover()), hasRecovered: () => probes.page() },
  ];
}

function modelKill(cluster: Cluster, probes: Probes): Fault {
  const strike = async (): Promise<number> => {
    process.kill(await runningModel(cluster, probes), 'SIGKILL');
    return performance.now();
  };
  return { name: 'llm process', strike, hasRecovered: () => probes.scores() };
}

function redisFaults({ redis }: Cluster, probes: Probes): Fault[] {
  if (!redis) return [];
  const pause = outage(
    () => redis.signal('SIGSTOP'),
    () => redis.signal('SIGCONT'),
  );
  const hasRecovered = (): Promise<boolean> => probes.job();
  return [
    { name: 'redis', strike: at(() => redis.kill()), hasRecovered },
    { name: 'redis paused', strike: pause, hasRecovered },
  ];
}

function diskFault({ pictureDisk }: Cluster, probes: Probes): Fault[] {
  if (!pictureDisk.isMounted) return [];
  const strike = outage(
    () => pictureDisk.fill(),
    () => pictureDisk.free(),
  );
  return [{ name: 'picture disk full', strike, hasRecovered: () => probes.picture() }];
}

function otherFaults({ clock, llmLink }: Cluster, probes: Probes): Fault[] {
  const cut = outage(
    () => llmLink.cut(),
    () => llmLink.mend(),
  );
  return [
    {
      name: 'clock set back',
      strike: at(() => clock.jump(CLOCK_STEP_MS)),
      hasRecovered: async () => (await probes.page()) && (await probes.job()),
    },
    { name: 'llm link cut', strike: cut, hasRecovered: () => probes.inlinePage() },
  ];
}

/** Every fault this machine can play on the cluster. */
export function faultsOf(cluster: Cluster, probes: Probes): Fault[] {
  return [
    ...kills(cluster, probes),
    modelKill(cluster, probes),
    ...redisFaults(cluster, probes),
    ...diskFault(cluster, probes),
    ...otherFaults(cluster, probes),
  ];
}
