import { readFileSync } from 'node:fs';
import path from 'node:path';
import { startCluster, type Cluster } from './cluster/cluster';
import { readFaultOptions } from './options';
import { renderFaultReport } from './report/render-fault-report';
import { runFaults } from './run-faults';

const EXIT_FAILED = 1;

function printLogs({ folder }: Cluster): void {
  for (const name of ['api.log', 'worker.log'])
    process.stderr.write(`--- ${name}\n${readFileSync(path.join(folder, name), 'utf8')}\n`);
}

async function main(): Promise<void> {
  const options = readFaultOptions(process.argv.slice(2));
  const cluster = await startCluster();
  const stop = (): void => void cluster.stop().then(() => process.exit(EXIT_FAILED));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  try {
    const report = await runFaults(cluster, options);
    const text = options.json ? JSON.stringify(report, null, 2) : renderFaultReport(report);
    process.stdout.write(`${text}\n`);
    if (!report.isPassed) process.exitCode = EXIT_FAILED;
  } finally {
    if (options.logs) printLogs(cluster);
    await cluster.stop();
  }
}

void main();
