import { renderTable } from '../../apps/evaluator/src/terminal/table';
import type { HostilePicture, Outcome } from './hostile-picture';
import { HOSTILE_PICTURES } from './hostile-pictures';
import { PictureService } from './picture-service';
import { sendPicture } from './send-picture';

const EXIT_FAILED = 1;
const MEBIBYTE = 2 ** 20;
/** API, worker and its models take some 800 MB in one process; 50 megapixels of 16 bits, interlaced, 400 MB more while decoded. */
const MOST_MEMORY_BYTES = 1536 * MEBIBYTE;
const HEAVIEST_COUNT = 4;
const HEADING = ['file', 'bytes', 'at the endpoint', 'through the queue', 'MB at most', ''];

/** A file that was sent, and what it took. */
interface Sent {
  readonly picture: HostilePicture;
  readonly sizeBytes: number;
  readonly outcome: Outcome;
  /** How far it came in the queue; empty: it was refused. */
  readonly reading: string;
  readonly memoryBytes: number;
}

async function send(service: PictureService, picture: HostilePicture): Promise<Sent> {
  const bytes = await picture.make();
  const made = { ...picture, make: () => bytes };
  const outcome = await sendPicture(service.endpoint, made).catch(() => 'no answer');
  const reading = outcome === 'accepted' ? await service.readingOf() : '';
  const { recentBytes: memoryBytes } = await service.memory();
  return { picture, sizeBytes: bytes.length, outcome, reading, memoryBytes };
}

/** The files that took most memory, twice each and all together. @returns how many came out otherwise than expected */
async function sendHeaviest(service: PictureService, sent: readonly Sent[]): Promise<number> {
  const heaviest = [...sent].sort((a, b) => b.memoryBytes - a.memoryBytes).slice(0, HEAVIEST_COUNT);
  const both = [...heaviest, ...heaviest].map(async ({ picture }) => {
    const outcome = await sendPicture(service.endpoint, picture).catch(() => 'no answer');
    return outcome === picture.expected;
  });
  return (await Promise.all(both)).filter((isExpected) => !isExpected).length;
}

function rowOf({ picture, sizeBytes, outcome, reading, memoryBytes }: Sent): string[] {
  const surprise = outcome === picture.expected ? '' : `expected ${picture.expected}`;
  return [picture.name, String(sizeBytes), outcome, reading, megabytes(memoryBytes), surprise];
}

/** Whether it came out as expected, in the queue too. */
function isSurprise({ picture, outcome, reading }: Sent): boolean {
  return outcome !== picture.expected || (reading !== '' && !reading.startsWith('judged'));
}

function megabytes(bytes: number): string {
  return String(Math.round(bytes / MEBIBYTE));
}

async function main(): Promise<void> {
  const service = await PictureService.start();
  try {
    const sent: Sent[] = [];
    for (const picture of HOSTILE_PICTURES) sent.push(await send(service, picture));
    const surprises = sent.filter(isSurprise).length;
    const surprisesTogether = await sendHeaviest(service, sent);
    const { peakBytes } = await service.memory();
    const isWell = await service.isWell();
    const failedJobs = await service.failedJobCount();
    const isFine =
      surprises + surprisesTogether + failedJobs === 0 && isWell && peakBytes <= MOST_MEMORY_BYTES;
    const closing = [
      `${sent.length} files, ${surprises} surprises; the ${HEAVIEST_COUNT} heaviest twice at once: ${surprisesTogether}`,
      `${sent.filter(({ reading }) => reading !== '').length} read by the worker, ${failedJobs} jobs given up`,
      `API and worker: ${isWell ? 'well' : 'NOT WELL'}, ${megabytes(peakBytes)} MB at most (${megabytes(MOST_MEMORY_BYTES)} allowed)`,
      isFine ? 'passed' : 'FAILED',
    ];
    process.stdout.write(`${renderTable([HEADING, ...sent.map(rowOf)])}\n\n${closing.join('\n')}\n`);
    if (!isFine) process.exitCode = EXIT_FAILED;
  } finally {
    await service.stop();
  }
}

void main();
