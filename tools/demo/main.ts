import { loadConfiguration, messageOf, type Configuration } from '@keyart/common';
import { CommanderError } from 'commander';
import { exitCodeOfCommand } from '../../apps/evaluator/src/terminal/exit-code';
import { renderTable } from '../../apps/evaluator/src/terminal/table';
import { parseDemoOptions } from './demo-options';
import { demoResultOf, type DemoResult } from './demo-result';
import { runDemo } from './run-demo';

function summary(result: DemoResult): string {
  const groups = new Map<string, number[]>();
  for (const { policy, source, propensity } of result.decisions) {
    const key = `${policy}\t${source}`;
    groups.set(key, [...(groups.get(key) ?? []), propensity]);
  }
  const rows = [...groups].sort().map(([key, propensities]) => {
    const mean = propensities.reduce((sum, value) => sum + value, 0) / propensities.length;
    return [...key.split('\t'), String(propensities.length), mean.toFixed(3)];
  });
  return renderTable([['policy', 'chosen by', 'decisions', 'mean propensity'], ...rows]);
}

/** A free port and little talk: the demo is not a server to visit. */
function demoConfiguration(): Configuration {
  const given = process.env.LOG_LEVEL;
  return { ...loadConfiguration(), PORT: 0, SCHEDULES: 'off', LOG_LEVEL: given ?? 'warn' };
}

async function main(): Promise<void> {
  const { out, json } = parseDemoOptions(process.argv.slice(2));
  const { llmMissing, ...outcome } = await runDemo(demoConfiguration(), out);
  const result = demoResultOf(outcome);
  if (json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else {
    const { titles, artworks, members, events } = result;
    process.stdout.write(`\n${summary(result)}\n\n`);
    process.stdout.write(
      `${titles} titles, ${artworks} artworks, ${members} members, ${events.accepted} events\n`,
    );
    process.stdout.write(`decision log  ${result.logFile}\nreport        ${result.reportFile}\n`);
  }
  if (llmMissing)
    process.stderr.write(`missing: the LLM tier (${llmMissing}); pages were served by the other tiers\n`);
}

main().catch((error: unknown) => {
  if (!(error instanceof CommanderError)) process.stderr.write(`demo: ${messageOf(error)}\n`);
  process.exitCode = exitCodeOfCommand(error);
});
