import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from '@keyart/common';
import type { Target } from './start-target';

const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
];

/** One run of the generator. */
export interface FuzzRun {
  readonly target: Target;
  /** null: as a stranger. */
  readonly apiKey: string | null;
  readonly casesPerOperation: number;
  readonly seed: number;
}

interface Failure {
  readonly check?: string;
  readonly type?: string;
  readonly title?: string;
  readonly operation?: string;
  readonly message?: string;
}

/** The parts of Schemathesis's JSON report that are read here. */
export interface FuzzReport {
  readonly operations: { readonly selected: number; readonly tested: number; readonly errored: number };
  readonly test_cases: { readonly generated: number; readonly with_failures: number };
  readonly failures: readonly Failure[];
  readonly errors: readonly { readonly title: string; readonly count: number }[];
}

function argumentsOf({ target, apiKey, casesPerOperation, seed }: FuzzRun, report: string): string[] {
  const document = path.join(projectRoot(), 'docs/openapi.json');
  const sent = apiKey === null ? [] : ['--header', `Authorization: Bearer ${apiKey}`];
  const amount = ['--max-examples', String(casesPerOperation), '--seed', String(seed), '--no-shrink'];
  const kinds = ['--phases', 'examples,coverage,fuzzing', '--mode', 'all', '--checks', CHECKS.join(',')];
  const output = ['--report', 'json', '--report-json-path', report, '--warnings', 'off', '--no-color'];
  // A slow machine must not look like a fault.
  const patience = ['--suppress-health-check', 'all', '--request-timeout', '30', '--continue-on-failure'];
  return ['run', document, '--url', target.url, ...sent, ...amount, ...kinds, ...output, ...patience];
}

/** Runs Schemathesis (named by `SCHEMATHESIS`) and reads its report; its own words go to standard error. */
export async function runSchemathesis(run: FuzzRun): Promise<FuzzReport> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'keyart-fuzz-report-'));
  const file = path.join(folder, 'report.json');
  try {
    const program = process.env.SCHEMATHESIS ?? 'st';
    const child = spawn(program, argumentsOf(run, file), { cwd: folder, stdio: ['ignore', 2, 2] });
    await new Promise<void>((resolve, reject) => child.on('error', reject).on('close', () => resolve()));
    return JSON.parse(readFileSync(file, 'utf8')) as FuzzReport;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
