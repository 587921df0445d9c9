import { measureSpeed, requireFfmpeg } from '@keyart/video';

const AIM_FRAMES_PER_SECOND = 60;

/** All metrics of every frame of a made clip of 1080p, against decoding it alone. */
async function main(): Promise<void> {
  const report = await measureSpeed(await requireFfmpeg());
  if (process.argv.includes('--json')) return console.log(JSON.stringify(report));
  const { framesPerSecond, decodedPerSecond, timeRatio, load, processorCount, threadCount } = report;
  console.log(
    `${framesPerSecond.toFixed(0)} frames/s with all metrics (aim ${AIM_FRAMES_PER_SECOND}), ` +
      `${decodedPerSecond.toFixed(0)}/s decoded alone: ratio ${timeRatio.toFixed(2)}; ${threadCount} threads, ` +
      `load ${load.toFixed(1)} on ${processorCount} processors before it began`,
  );
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
