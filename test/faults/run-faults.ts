import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom, showProgress } from '@keyart/common';
import type { Fault } from './chaos/fault';
import { faultsOf } from './chaos/faults-of';
import { Probes } from './chaos/probes';
import { scheduleOf } from './chaos/schedule';
import { settle } from './check/settle';
import type { Cluster } from './cluster/cluster';
import { GoodClient } from './load/good-client';
import { Ledger } from './load/ledger';
import { Load } from './load/load';
import { Studio } from './load/studio';
import { Traffic } from './load/traffic';
import type { FaultOptions } from './options';
import { faultReportOf, type FaultReport, type Strike } from './report/fault-report';

const RECOVERY_LIMIT_MS = 90_000;
const PROBE_PAUSE_MS = 100;
const MIN_CALM_MS = 500;
const MORE_CALM_MS = 1_500;
const TITLE_COUNT = 2;

async function recoveryMsOf(fault: Fault): Promise<number | null> {
  const startedMs = await fault.strike();
  while (performance.now() < startedMs + RECOVERY_LIMIT_MS) {
    if (await fault.hasRecovered()) return performance.now() - startedMs;
    await sleep(PROBE_PAUSE_MS);
  }
  return null;
}

async function untilReady(cluster: Cluster): Promise<void> {
  for (;;) {
    const answer = await fetch(`${cluster.url}/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await sleep(PROBE_PAUSE_MS);
  }
}

async function titlesAndArtworks(client: GoodClient) {
  const page = await client.insist<{ items: { titleId: string }[] }>(
    'GET',
    `/v1/titles?limit=${TITLE_COUNT}`,
  );
  const titleIds = page.items.map(({ titleId }) => titleId);
  const { items } = await client.insist<{ items: { artworkId: string }[] }>(
    'GET',
    `/v1/titles/${titleIds[0]}/artworks`,
  );
  return { titleIds, artworkIds: items.map(({ artworkId }) => artworkId) };
}

/** Plays every fault of the schedule, one at a time, waiting after each until the service works again. */
async function play(faults: readonly Fault[], options: FaultOptions, traffic: Traffic): Promise<Strike[]> {
  const byName = new Map(faults.map((fault) => [fault.name, fault]));
  const schedule = scheduleOf(options.kills, options.seed, new Set(byName.keys()));
  const random = createRandom(`faults/${options.seed}/pauses`);
  const progress = showProgress('faults');
  const strikes: Strike[] = [];
  for (const name of schedule) {
    await sleep(MIN_CALM_MS + random.next() * MORE_CALM_MS);
    traffic.period = name;
    const fault = byName.get(name) as Fault;
    strikes.push({ name, recoveryMs: await recoveryMsOf(fault) });
    progress.update(strikes.length / schedule.length, name);
  }
  progress.done(`${strikes.length} played`);
  return strikes;
}

/** The whole run on a started cluster: load, faults, settling, comparison. */
export async function runFaults(cluster: Cluster, options: FaultOptions): Promise<FaultReport> {
  await untilReady(cluster);
  const traffic = new Traffic();
  const ledger = new Ledger();
  const client = new GoodClient(cluster.url, cluster.apiKey, traffic);
  const { titleIds, artworkIds } = await titlesAndArtworks(client);
  const [probed, ...busy] = artworkIds;
  const studioOf = (ids: readonly string[]): Studio => new Studio(client, { ledger, traffic }, ids);
  const probes = new Probes(client, studioOf([probed]), titleIds);
  const load = new Load({ client, ledger, traffic, studio: studioOf(busy), titleIds, seed: options.seed });
  load.start();
  const strikes = await play(faultsOf(cluster, probes), options, traffic);
  await load.stop();
  traffic.period = 'calm';
  const { findings, failedCount } = await settle(cluster, client, ledger);
  const crashCount = cluster.api.crashCount + cluster.worker.crashCount;
  return faultReportOf({ strikes, findings, failedJobCount: failedCount, crashCount, ledger, traffic });
}
