import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '@keyart/common';
import { readFuzzOptions } from './options';
import { renderFuzzReport } from './render-fuzz-report';
import { runSchemathesis } from './run-schemathesis';
import { startTarget } from './start-target';

const EXIT_FAILED = 1;
const STRANGER_CASES = 20;

function operationCount(): number {
  const text = readFileSync(path.join(projectRoot(), 'docs/openapi.json'), 'utf8');
  const { paths } = JSON.parse(text) as { paths: Record<string, object> };
  return Object.values(paths).reduce((sum, operations) => sum + Object.keys(operations).length, 0);
}

async function main(): Promise<void> {
  const { cases, seed, json } = readFuzzOptions(process.argv.slice(2));
  const target = await startTarget();
  try {
    const casesPerOperation = Math.ceil(cases / operationCount());
    const withKey = await runSchemathesis({ target, apiKey: target.apiKey, casesPerOperation, seed });
    const asStranger = await runSchemathesis({
      ...{ target, seed, apiKey: null },
      casesPerOperation: Math.min(STRANGER_CASES, casesPerOperation),
    });
    const reports = { 'all rights': withKey, 'no key': asStranger };
    process.stdout.write(`${json ? JSON.stringify(reports, null, 2) : renderFuzzReport(reports)}\n`);
    const isClean = [withKey, asStranger].every(
      ({ failures, errors }) => failures.length + errors.length === 0,
    );
    if (!isClean) process.exitCode = EXIT_FAILED;
  } finally {
    await target.stop();
  }
}

void main();
