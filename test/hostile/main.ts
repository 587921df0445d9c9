import { renderTable } from '../../apps/evaluator/src/terminal/table';
import { startTarget, type Target } from '../fuzz/start-target';
import { LEAKS } from '../support/leaks';
import type { HostileAct } from './hostile-act';
import { hostileActs } from './hostile-acts';
import { probeLatency } from './probe-latency';

const EXIT_FAILED = 1;
const HEADING = ['meanwhile', 'answers', '5xx', 'leaks', 'pages failed', 'p50 ms', 'p99 ms'];

async function play(act: HostileAct, target: Target): Promise<{ row: string[]; faultCount: number }> {
  const running = await act.begin(target.url);
  const { medianMs, p99Ms, failedCount } = await probeLatency(target);
  await running.end();
  const { answers } = running;
  const broken = answers.filter((text) => /^HTTP\/1\.1 5/.test(text)).length;
  const leaks = answers.filter((text) => LEAKS.test(text) || text.includes(target.apiKey)).length;
  const counts = [answers.length, broken, leaks, failedCount].map(String);
  return {
    row: [act.name, ...counts, medianMs.toFixed(1), p99Ms.toFixed(1)],
    faultCount: broken + leaks + failedCount,
  };
}

async function main(): Promise<void> {
  const target = await startTarget();
  try {
    const rows: string[][] = [];
    let faultCount = 0;
    for (const act of hostileActs(target.apiKey)) {
      const played = await play(act, target);
      rows.push(played.row);
      faultCount += played.faultCount;
    }
    process.stdout.write(`${renderTable([HEADING, ...rows])}\n${faultCount === 0 ? 'passed' : 'FAILED'}\n`);
    if (faultCount > 0) process.exitCode = EXIT_FAILED;
  } finally {
    await target.stop();
  }
}

void main();
