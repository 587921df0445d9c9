import path from 'node:path';
import { InputError, projectRoot } from '@keyart/common';
import type { Command } from 'commander';
import { measureModel } from '../llm/measure-model';
import { readQualityCases } from '../llm/quality-cases';
import { renderModelReport } from '../llm/render-model-report';

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

/** `keyart llm report`. */
export function addLlmCommands(program: Command): void {
  program
    .command('llm')
    .description('the LLM ranker')
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
