import path from 'node:path';
import { InputError, projectRoot } from '@keyart/common';
import type { Command } from 'commander';
import { measureModel } from '../llm/measure-model';
import { measureParity } from '../llm/measure-parity';
import { readQualityCases } from '../llm/quality-cases';
import { renderModelReport } from '../llm/render-model-report';
import { renderParity } from '../llm/render-parity';
import { GateFailedError } from '../terminal/gate-failed-error';

interface ReportOptions {
  readonly fixtures: string;
  readonly cases: string;
  readonly seed: string;
  readonly json: boolean;
}

function positiveCount(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count > 0) return count;
  throw new InputError('BAD_OPTION', `--cases ${text}: must be a whole number above 0`);
}

async function runReport({ fixtures, cases, seed, json }: ReportOptions): Promise<void> {
  const limit = positiveCount(cases);
  const report = await measureModel(await readQualityCases({ fixtures, limit, seed }));
  process.stdout.write(json ? `${JSON.stringify(report)}\n` : `${renderModelReport(report)}\n`);
}

interface ParityOptions {
  readonly prompts: string;
  readonly max: string;
  readonly json: boolean;
}

function differenceOf(text: string): number {
  const difference = Number(text);
  if (text !== '' && difference >= 0 && difference <= 1) return difference;
  throw new InputError('BAD_OPTION', `--max ${text}: must be a number from 0 to 1`);
}

async function runParity({ prompts, max, json }: ParityOptions): Promise<void> {
  const limit = differenceOf(max);
  const report = await measureParity(prompts);
  process.stdout.write(json ? `${JSON.stringify(report)}\n` : `${renderParity(report)}\n`);
  const { largestDifference } = report;
  if (largestDifference <= limit) return;
  throw new GateFailedError(
    `label probabilities differ by up to ${largestDifference.toFixed(4)}, over ${limit}`,
  );
}

/** `keyart llm report`, `keyart llm parity`. */
export function addLlmCommands(program: Command): void {
  const llm = program.command('llm').description('the LLM ranker');
  llm
    .command('parity')
    .description('what the configured model reads after prompts against what another implementation read')
    .requiredOption('--prompts <file>', 'JSON lines: prompt, labels, logProbabilities and, optionally, group')
    .option('--max <difference>', 'largest difference of a label probability that passes', '0.05')
    .option('--json', 'print the figures as JSON', false)
    .action(runParity);
  llm
    .command('report')
    .description(
      'label mass, slot prior, flip rate and stability under reworded captions of the configured model',
    )
    .option(
      '--fixtures <dir>',
      'titles and viewers to ask about',
      path.join(projectRoot(), 'artwork-fixtures'),
    )
    .option('--cases <n>', 'at most so many (viewer, title) cases', '40')
    .option('--seed <text>', 'draws the cases', 'llm-report/1')
    .option('--json', 'print the figures as JSON', false)
    .action(runReport);
}
