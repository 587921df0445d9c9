import { loadConfiguration, messageOf, type Configuration } from '@keyart/common';
import { CommanderError } from 'commander';
import { exitCodeOfCommand } from '../../apps/evaluator/src/terminal/exit-code';
import { parseDemoOptions } from './demo-options';
import { demoResultOf } from './demo-result';
import { renderResult } from './render-result';
import { runDemo } from './run-demo';

/** A free port and little talk: the demo is not a server to visit. */
function demoConfiguration(): Configuration {
  const given = process.env.LOG_LEVEL;
  return { ...loadConfiguration(), PORT: 0, SCHEDULES: 'off', LOG_LEVEL: given ?? 'warn' };
}

async function main(): Promise<void> {
  const { out, json } = parseDemoOptions(process.argv.slice(2));
  const { llmMissing, ...outcome } = await runDemo(demoConfiguration(), out);
  if (llmMissing)
    process.stderr.write(`missing: the LLM tier (${llmMissing}); pages were served by the other tiers\n`);
  const result = demoResultOf(outcome);
  if (json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else process.stdout.write(`\n${renderResult(result, outcome.evaluation)}\n`);
}

main().catch((error: unknown) => {
  if (!(error instanceof CommanderError)) process.stderr.write(`demo: ${messageOf(error)}\n`);
  process.exitCode = exitCodeOfCommand(error);
});
