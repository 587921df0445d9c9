import path from 'node:path';
import { parseArgs } from 'node:util';
import { cropSubjectOf, planDerivative, type DerivativePlan } from '@keyart/catalog';
import {
  DERIVATIVE_FORMATS,
  type ArtworkRecord,
  type DerivativeFormat,
  type PictureFeatures,
} from '@keyart/contracts';
import autocannon from 'autocannon';
import { bareSharp } from './bare-sharp';
import { BENCH_SUBJECT, openPictureService, type PictureService } from './picture-service';

const AIM_HITS_PER_SECOND = 2_000;
const AIM_MISS_RATIO = 1.5;
const LANE_COUNT = 16;
const ASPECT = '2:3';
const WIDTH_PX = 320;
const WARM_UP_SECONDS = 2;
const FIXTURES = path.resolve('artwork-fixtures');

/** Means over the pictures. */
interface MissTimes {
  readonly format: DerivativeFormat;
  readonly serviceMs: number;
  readonly bareMs: number;
  /** Processor time, which a busy machine does not lengthen so much. */
  readonly serviceCpuMs: number;
  readonly bareCpuMs: number;
}

interface HitRate {
  readonly hitsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Processor time of the API a hit. */
  readonly cpuMs: number;
  /** The same load on `/health/live`, which does nothing. */
  readonly emptyAnswersPerSecond: number;
}

/** Pictures over HTTP: made for the first time against sharp alone, one after another; then found again, as fast as it goes. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string', default: '10' },
      pictures: { type: 'string', default: '40' },
      json: { type: 'boolean', default: false },
    },
  });
  const service = await openPictureService(FIXTURES);
  try {
    const artworks = service.artworks.slice(0, Number(values.pictures));
    const misses: MissTimes[] = [];
    await warmUp(service, artworks);
    for (const format of DERIVATIVE_FORMATS) misses.push(await timeMisses(service, artworks, format));
    const hits = await timeHits(service, artworks, Number(values.seconds));
    report(misses, hits, values.json);
  } finally {
    await service.close();
  }
}

/** Compiled code on both sides, readings at hand; none of what is timed later. */
async function warmUp(service: PictureService, artworks: readonly ArtworkRecord[]): Promise<void> {
  for (const artwork of artworks) {
    await fetchWhole(`${service.url}${pathOf(artwork, 'jpeg').replace(`width=${WIDTH_PX}`, 'width=160')}`);
    await bareSharp(await service.pictures.read(artwork.sha256 ?? ''), planOf(artwork, 'jpeg'));
  }
}

/** Times of all pictures, each by the service and by sharp in turn, so that a busy machine slows both. */
async function timeMisses(
  service: PictureService,
  artworks: readonly ArtworkRecord[],
  format: DerivativeFormat,
): Promise<MissTimes> {
  const sum = { serviceMs: 0, bareMs: 0, serviceCpuMs: 0, bareCpuMs: 0 };
  for (const artwork of artworks) {
    const bytes = await service.pictures.read(artwork.sha256 ?? '');
    const plan = planOf(artwork, format);
    const bare = await timeOf(() => bareSharp(bytes, plan), ownCpuMs);
    const made = await timeOf(
      () => fetchWhole(service.url + pathOf(artwork, format)),
      () => service.cpuMs(),
    );
    sum.bareMs += bare.wallMs / artworks.length;
    sum.bareCpuMs += bare.cpuMs / artworks.length;
    sum.serviceMs += made.wallMs / artworks.length;
    sum.serviceCpuMs += made.cpuMs / artworks.length;
  }
  return { format, ...sum };
}

function planOf({ sha256, widthPx, heightPx }: ArtworkRecord, format: DerivativeFormat): DerivativePlan {
  if (sha256 === null || widthPx === null || heightPx === null) throw new Error('a fixture has no picture');
  const subject = cropSubjectOf(BENCH_SUBJECT as unknown as PictureFeatures);
  return planDerivative(
    { sha256, widthPx, heightPx },
    { aspect: ASPECT, widthPx: WIDTH_PX, format },
    subject,
  );
}

function pathOf({ artworkId, sha256 }: ArtworkRecord, format: DerivativeFormat): string {
  return `/v1/artworks/${artworkId}/image?v=${sha256}&aspect=${ASPECT}&width=${WIDTH_PX}&format=${format}`;
}

async function timeOf(
  work: () => Promise<unknown>,
  cpuNow: () => Promise<number>,
): Promise<{ wallMs: number; cpuMs: number }> {
  const cpuBeforeMs = await cpuNow();
  const startedMs = performance.now();
  await work();
  const wallMs = performance.now() - startedMs;
  return { wallMs, cpuMs: (await cpuNow()) - cpuBeforeMs };
}

async function ownCpuMs(): Promise<number> {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function fetchWhole(url: string): Promise<void> {
  const response = await fetch(url);
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
  await response.arrayBuffer();
}

async function timeHits(
  { url, cpuMs }: PictureService,
  artworks: readonly ArtworkRecord[],
  seconds: number,
): Promise<HitRate> {
  const requests = artworks.map((artwork) => ({ path: pathOf(artwork, 'webp') }));
  const empty = await load({ url: `${url}/health/live`, duration: seconds });
  await load({ url, requests, duration: WARM_UP_SECONDS });
  const cpuBeforeMs = await cpuMs();
  const { requests: answered, latency } = await load({ url, requests, duration: seconds });
  return {
    hitsPerSecond: answered.average,
    ...{ p50Ms: latency.p50, p99Ms: latency.p99 },
    cpuMs: ((await cpuMs()) - cpuBeforeMs) / answered.total,
    emptyAnswersPerSecond: empty.requests.average,
  };
}

async function load(options: autocannon.Options): Promise<autocannon.Result> {
  const result = await autocannon({ ...options, connections: LANE_COUNT });
  if (result.non2xx + result.errors > 0) throw new Error(`${result.non2xx + result.errors} answers failed`);
  return result;
}

function report(misses: readonly MissTimes[], hits: HitRate, isJson: boolean): void {
  const rows = misses.map((miss) => ({
    ...miss,
    ratio: miss.serviceMs / miss.bareMs,
    cpuRatio: miss.serviceCpuMs / miss.bareCpuMs,
  }));
  if (isJson) return console.log(JSON.stringify({ hits, misses: rows }));
  for (const { format, serviceMs, bareMs, ratio, cpuRatio } of rows)
    console.log(
      `miss, ${format}: ${serviceMs.toFixed(1)} ms over HTTP, sharp alone ${bareMs.toFixed(1)} ms: ` +
        `ratio ${ratio.toFixed(2)}, of processor time ${cpuRatio.toFixed(2)} (aim ${AIM_MISS_RATIO} at most)`,
    );
  const { hitsPerSecond, p50Ms, p99Ms, cpuMs, emptyAnswersPerSecond } = hits;
  console.log(
    `hit: ${hitsPerSecond.toFixed(0)}/s over HTTP (aim ${AIM_HITS_PER_SECOND}), ${LANE_COUNT} at a time, p50 ${p50Ms} ms, ` +
      `p99 ${p99Ms} ms, ${cpuMs.toFixed(3)} ms of processor time each; ` +
      `${(hitsPerSecond / emptyAnswersPerSecond).toFixed(2)} of the rate of empty answers, ${emptyAnswersPerSecond.toFixed(0)}/s`,
  );
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
