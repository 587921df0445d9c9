import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { DependencyError, projectRoot } from '@keyart/common';
import type { EvaluationResult } from '@keyart/decision-log';

/** What the evaluator said of the demo's log. */
export interface LogEvaluation {
  readonly result: EvaluationResult;
  /** Absolute. */
  readonly htmlFile: string;
  /** Absolute. */
  readonly jsonFile: string;
}

/**
 * Does it pay to know the viewer? Cross-fitted, because the models in service have just been trained on this very log; and it needs
 * neither network nor LLM.
 */
const QUESTION = [
  '--target',
  'policy:production@cross-fitted',
  '--baseline',
  'policy:not-personalised@cross-fitted',
];

/** The command line of users, compiled. */
const KEYART = 'dist/tools/keyart/main.js';

/**
 * Evaluates a log by the command that users give, in a process of its own; writes its report as page and JSON.
 * @param logFile absolute
 * @param out folder, absolute
 * @throws DependencyError `EVALUATION_FAILED`; the command has then said why on standard error
 */
export async function evaluateOwnLog(logFile: string, out: string): Promise<LogEvaluation> {
  const [htmlFile, jsonFile] = ['evaluation.html', 'evaluation.json'].map((name) => path.join(out, name));
  const files = ['--html', asTyped(htmlFile), '--json', asTyped(jsonFile)];
  const status = await runKeyart(['evaluate', '--log', asTyped(logFile), ...QUESTION, ...files]);
  if (status !== 0)
    throw new DependencyError(
      'EVALUATION_FAILED',
      `the evaluation of ${logFile} ended with ${status}`,
      false,
    );
  const result = JSON.parse(await readFile(jsonFile, 'utf8')) as EvaluationResult;
  return { result, htmlFile, jsonFile };
}

/** The command that makes the report again, to be typed in the project's folder. */
export function commandAgain({ command }: Pick<EvaluationResult, 'command'>): string {
  return command.replace(/^keyart /, 'npm run -s keyart -- ');
}

/** A path as users type it, and as it stands in the report. */
function asTyped(file: string): string {
  const relative = path.relative(projectRoot(), file);
  return relative.startsWith('..') || path.isAbsolute(relative) ? file : relative;
}

/** @returns exit code, or the signal that ended it */
function runKeyart(argv: readonly string[]): Promise<number | string> {
  const child = spawn(process.execPath, ['--enable-source-maps', KEYART, ...argv], {
    cwd: projectRoot(),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? signal ?? 'nothing'));
  });
}
