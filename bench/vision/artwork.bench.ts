import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '@keyart/common';
import { openVision, WORKING_SIZE_PX } from '@keyart/vision';
import { InferenceSession } from 'onnxruntime-node';
import sharp from 'sharp';

const AIMS = { ratio: 1.3, artworksPerSecond: 8, peakRssMib: 1024 } as const;
const POSTER_HEIGHT_PX = 1000;
const KIB_PER_MIB = 1024;

/** All extractors on posters of 1,000 px, against what sharp and ONNX Runtime alone take in the same run; throughput and memory. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { count: { type: 'string', default: '60' }, json: { type: 'boolean', default: false } },
  });
  const posters = await makePosters(Number(values.count));
  const vision = await openVision({ CAPTIONER_MODEL: '' });
  for (const poster of posters.slice(0, 5)) await vision.reader.read(poster);
  const onnx = timeOnnx();
  const startedMs = performance.now();
  for (const poster of posters) await vision.reader.read(poster);
  const totalMs = (performance.now() - startedMs) / posters.length;
  const onnxMs = onnx.stop() / posters.length;
  const sharpMs = await timeSharp(posters);
  await vision.close();
  const result = {
    ...{ totalMs, sharpMs, onnxMs, ratio: totalMs / (sharpMs + onnxMs) },
    artworksPerSecond: 1000 / totalMs,
    peakRssMib: process.resourceUsage().maxRSS / KIB_PER_MIB,
  };
  if (values.json) console.log(JSON.stringify(result));
  else report(result);
}

/** Fixture pictures as posters of one height, as an editor would send them. */
async function makePosters(count: number): Promise<Buffer[]> {
  const folder = path.join(projectRoot(), 'artwork-fixtures', 'pictures');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.jpg'),
  );
  const chosen = Array.from({ length: count }, (_, i) => files.sort()[i % files.length]);
  return Promise.all(
    chosen.map((file) =>
      sharp(readFileSync(path.join(folder, file)))
        .resize({ height: POSTER_HEIGHT_PX })
        .jpeg({ quality: 90 })
        .toBuffer(),
    ),
  );
}

/** Adds up the time inside of ONNX Runtime. */
function timeOnnx(): { stop(): number } {
  // The type declares a factory only; the value is the class.
  const { prototype } = InferenceSession as unknown as { prototype: InferenceSession };
  const run = prototype.run as (...args: unknown[]) => Promise<InferenceSession.ReturnType>;
  let totalMs = 0;
  prototype.run = async function timed(this: InferenceSession, ...args: unknown[]) {
    const startedMs = performance.now();
    try {
      return await run.apply(this, args);
    } finally {
      totalMs += performance.now() - startedMs;
    }
  };
  return {
    stop: () => {
      prototype.run = run as InferenceSession['run'];
      return totalMs;
    },
  };
}

/** Milliseconds a poster that sharp takes to decode and scale it once. */
async function timeSharp(posters: readonly Buffer[]): Promise<number> {
  const startedMs = performance.now();
  for (const poster of posters)
    await sharp(poster)
      .autoOrient()
      .toColourspace('srgb')
      .resize({ width: WORKING_SIZE_PX, height: WORKING_SIZE_PX, fit: 'inside', withoutEnlargement: true })
      .raw()
      .toBuffer();
  return (performance.now() - startedMs) / posters.length;
}

function report(
  result: Record<'totalMs' | 'sharpMs' | 'onnxMs' | 'ratio' | 'artworksPerSecond' | 'peakRssMib', number>,
): void {
  const line = (name: string, value: number, aim?: string): void =>
    console.log(`${name.padEnd(30)} ${value.toFixed(2).padStart(9)}  ${aim ?? ''}`);
  line('all extractors, ms', result.totalMs);
  line('bare sharp, ms', result.sharpMs);
  line('inside ONNX Runtime, ms', result.onnxMs);
  line('ratio', result.ratio, `aim ${AIMS.ratio} at most`);
  line('artworks a second', result.artworksPerSecond, `aim ${AIMS.artworksPerSecond} at least`);
  line('peak memory, MiB', result.peakRssMib, `aim ${AIMS.peakRssMib} at most`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
