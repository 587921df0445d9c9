import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '@keyart/common';
import type { PictureBox } from '@keyart/contracts';
import { OnnxRuntime, openExtractingReader, openVision, WORKING_SIZE_PX } from '@keyart/vision';
import { InferenceSession } from 'onnxruntime-node';
import sharp, { type Sharp } from 'sharp';

const AIMS = { ratio: 1.3, artworksPerSecond: 8, peakRssMib: 1024 } as const;
const POSTER_SIZE_PX = 1000;
/** Longest sides of the copies that extractors look at. */
const COPY_SIZES_PX = [512, 128];
const LINE_HEIGHT_PX = 48;
const KIB_PER_MIB = 1024;
const WARM_UP_COUNT = 5;
/** Pictures under way at a time: more than the threads, so that none waits for the next. */
const UNDER_WAY_COUNT = 4;

interface Result {
  readonly totalMs: number;
  readonly sharpMs: number;
  readonly onnxMs: number;
  readonly ratio: number;
  readonly artworksPerSecond: number;
  readonly peakRssMib: number;
}

/**
 * All extractors on posters of 1,000 px: on one thread against what sharp and ONNX Runtime alone take in the same run; then as the worker
 * reads them, a picture a thread.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { count: { type: 'string', default: '60' }, json: { type: 'boolean', default: false } },
  });
  const posters = await makePosters(Number(values.count));
  const threaded = await throughput(posters);
  const { totalMs, onnxMs, lines } = await timeOneThread(posters);
  const sharpMs = await timeSharp(posters, lines);
  const result = { totalMs, sharpMs, onnxMs, ratio: totalMs / (sharpMs + onnxMs), ...threaded };
  if (values.json) console.log(JSON.stringify(result));
  else report(result);
}

/** As the worker reads, and the memory that takes. */
async function throughput(
  posters: readonly Buffer[],
): Promise<Pick<Result, 'artworksPerSecond' | 'peakRssMib'>> {
  const vision = await openVision({ CAPTIONER_MODEL: '' });
  await Promise.all(posters.slice(0, WARM_UP_COUNT).map((poster) => vision.reader.read(poster)));
  const waiting = posters.values();
  const startedMs = performance.now();
  const readAll = async (): Promise<void> => {
    for (const poster of waiting) await vision.reader.read(poster);
  };
  await Promise.all(Array.from({ length: UNDER_WAY_COUNT }, readAll));
  const seconds = (performance.now() - startedMs) / 1000;
  await vision.close();
  return {
    artworksPerSecond: posters.length / seconds,
    peakRssMib: process.resourceUsage().maxRSS / KIB_PER_MIB,
  };
}

/** Milliseconds a poster: all of it, and its runs of ONNX Runtime once more with nothing else. */
async function timeOneThread(
  posters: readonly Buffer[],
): Promise<Pick<Result, 'totalMs' | 'onnxMs'> & { lines: PictureBox[][] }> {
  const runtime = new OnnxRuntime({ intraOpThreadCount: 1 });
  const reader = await openExtractingReader(runtime);
  for (const poster of posters.slice(0, WARM_UP_COUNT)) await reader.read(poster);
  const runs = recordRuns();
  const lines: PictureBox[][] = [];
  let [totalMs, onnxMs] = [0, 0];
  for (const poster of posters) {
    const startedMs = performance.now();
    const { lettering } = await reader.read(poster);
    const readMs = performance.now();
    for (const run of runs.take()) await run();
    lines.push(lettering.lines.map(({ box }) => box));
    totalMs += readMs - startedMs;
    onnxMs += performance.now() - readMs;
  }
  runs.stop();
  await runtime.close();
  return { totalMs: totalMs / posters.length, onnxMs: onnxMs / posters.length, lines };
}

/** Fixture pictures with a longest side of 1,000 px. */
async function makePosters(count: number): Promise<Buffer[]> {
  const folder = path.join(projectRoot(), 'artwork-fixtures', 'pictures');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.jpg'),
  );
  const chosen = Array.from({ length: count }, (_, i) => files.sort()[i % files.length]);
  return Promise.all(
    chosen.map((file) =>
      sharp(readFileSync(path.join(folder, file)))
        .resize(POSTER_SIZE_PX, POSTER_SIZE_PX, { fit: 'inside' })
        .jpeg({ quality: 90 })
        .toBuffer(),
    ),
  );
}

/** Remembers the runs of ONNX Runtime; `take` gives those since it was asked last, to be run again. */
function recordRuns(): { take(): (() => Promise<unknown>)[]; stop(): void } {
  // The type declares a factory only; the value is the class.
  const { prototype } = InferenceSession as unknown as { prototype: InferenceSession };
  const run = prototype.run as (...args: unknown[]) => Promise<InferenceSession.ReturnType>;
  let recorded: (() => Promise<unknown>)[] = [];
  prototype.run = function recording(this: InferenceSession, ...args: unknown[]) {
    recorded.push(() => run.apply(this, args));
    return run.apply(this, args);
  };
  return {
    take: () => {
      const taken = recorded;
      recorded = [];
      return taken;
    },
    stop: () => void (prototype.run = run as InferenceSession['run']),
  };
}

/** Milliseconds a poster that sharp takes for what is asked of it: header, working copy, the copies looked at, lines to read. */
async function timeSharp(posters: readonly Buffer[], lines: readonly PictureBox[][]): Promise<number> {
  const startedMs = performance.now();
  for (const [i, poster] of posters.entries()) {
    await sharp(poster).metadata();
    const picture = sharp(poster).autoOrient().toColourspace('srgb');
    const { data, info } = await inside(picture, WORKING_SIZE_PX).toBuffer({ resolveWithObject: true });
    const raw = { width: info.width, height: info.height, channels: info.channels };
    for (const sizePx of COPY_SIZES_PX) await inside(sharp(data, { raw }), sizePx).toBuffer();
    for (const line of lines[i]) await cut(sharp(data, { raw }), line, info).toBuffer();
  }
  return (performance.now() - startedMs) / posters.length;
}

function inside(picture: Sharp, sizePx: number): Sharp {
  return picture.resize(sizePx, sizePx, { fit: 'inside', withoutEnlargement: true }).raw();
}

function cut(
  picture: Sharp,
  { x, y, width, height }: PictureBox,
  size: { width: number; height: number },
): Sharp {
  const area = {
    left: Math.floor(x * size.width),
    top: Math.floor(y * size.height),
    width: Math.max(1, Math.floor(width * size.width)),
    height: Math.max(1, Math.floor(height * size.height)),
  };
  const lineWidth = Math.round((area.width / area.height) * LINE_HEIGHT_PX);
  return picture
    .extract(area)
    .resize(Math.max(LINE_HEIGHT_PX, lineWidth), LINE_HEIGHT_PX, { fit: 'fill' })
    .raw();
}

function report(result: Result): void {
  const line = (name: string, value: number, aim?: string): void =>
    console.log(`${name.padEnd(34)} ${value.toFixed(2).padStart(9)}  ${aim ?? ''}`);
  line('all extractors, one thread, ms', result.totalMs);
  line('bare sharp, ms', result.sharpMs);
  line('bare ONNX Runtime, ms', result.onnxMs);
  line('ratio', result.ratio, `aim ${AIMS.ratio} at most`);
  line(
    'artworks a second, as the worker',
    result.artworksPerSecond,
    `aim ${AIMS.artworksPerSecond} at least`,
  );
  line('peak memory, MiB', result.peakRssMib, `aim ${AIMS.peakRssMib} at most`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
