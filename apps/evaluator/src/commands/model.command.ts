import path from 'node:path';
import { createLogger, InputError, loadConfiguration } from '@keyart/common';
import { MODEL_KINDS, type ModelKind } from '@keyart/contracts';
import { GatesFailedError } from '@keyart/decisions';
import { describeRanker } from '@keyart/llm';
import type { Command } from 'commander';
import { readEvidence, type EvidenceFiles } from '../model/read-evidence';
import { renderGates, renderModels } from '../model/render-release';
import { withReleases } from '../model/with-releases';
import type { OpenDatabase } from '../open-database';
import { GateFailedError } from '../terminal/gate-failed-error';

interface JsonOption {
  readonly json: boolean;
}

interface PromoteOptions extends EvidenceFiles, JsonOption {
  readonly overrideReason?: string;
}

const MOST_LISTED = 100;

function print(json: boolean, value: unknown, text: string): void {
  process.stdout.write(json ? `${JSON.stringify(value)}\n` : `${text}\n`);
}

function kindOf(text: string | undefined): ModelKind | undefined {
  const kind = MODEL_KINDS.find((one) => one === text);
  if (kind || text === undefined) return kind;
  throw new InputError('BAD_OPTION', `--kind ${text}: must be one of ${MODEL_KINDS.join(', ')}`);
}

async function runRegister(
  { card, json }: JsonOption & { card: string },
  openDatabase: OpenDatabase,
): Promise<void> {
  const file = path.resolve(card.replace(/\.json$/, '.gguf'));
  const options = { configuration: loadConfiguration(), logger: createLogger('keyart', 'error') };
  const ranker = await describeRanker(options, file);
  await withReleases(openDatabase, async ({ releases, note }) => {
    const model = await releases.register(ranker);
    await note('register', model.version, ranker.modelVersion);
    print(json, model, `${model.version} is in stage ${model.stage}`);
  });
}

async function runList(
  { kind, json }: JsonOption & { kind?: string },
  openDatabase: OpenDatabase,
): Promise<void> {
  const wanted = kindOf(kind);
  await withReleases(openDatabase, async ({ models }) => {
    const found = await models.list({ kind: wanted, limit: MOST_LISTED });
    print(json, found, renderModels(found));
  });
}

async function runPromote(
  version: string,
  options: PromoteOptions,
  openDatabase: OpenDatabase,
): Promise<void> {
  const { overrideReason, json } = options;
  const evidence = await readEvidence(options);
  await withReleases(openDatabase, async ({ releases, note }) => {
    try {
      const promoted = await releases.promote({ version, evidence, overrideReason });
      const overridden = promoted.overridden.join('; ');
      await note(
        'promote',
        version,
        overridden ? `overrode ${overridden}: ${overrideReason}` : 'all gates passed',
      );
      print(json, promoted, `${renderGates(promoted.gates)}\n\n${version} serves`);
    } catch (error) {
      if (!(error instanceof GatesFailedError)) throw error;
      print(json, { version, gates: error.gates }, renderGates(error.gates));
      throw new GateFailedError(error.message);
    }
  });
}

async function runRollback({ json }: JsonOption, openDatabase: OpenDatabase): Promise<void> {
  await withReleases(openDatabase, async ({ releases, note }) => {
    const done = await releases.rollback();
    await note('rollback', done.from, `to ${done.to ?? 'the configured LLM'}`);
    print(json, done, `${done.from} is refused; ${done.to ?? 'the configured LLM'} serves`);
  });
}

/** `keyart model register`, `list`, `promote`, `rollback`. */
export function addModelCommands(program: Command, openDatabase: OpenDatabase): void {
  const model = program
    .command('model')
    .description('the registry: LLM rankers into the shadow, into service and back');
  model
    .command('register')
    .description('check a ranking adapter and put it into the shadow: scored, compared, not shown')
    .requiredOption('--card <file>', 'the card; its adapter lies beside it as .gguf')
    .option('--json', 'print the version as JSON', false)
    .action((options: JsonOption & { card: string }) => runRegister(options, openDatabase));
  model
    .command('list')
    .description(`models of the registry, newest first, at most ${MOST_LISTED}`)
    .option('--kind <kind>', `only ${MODEL_KINDS.join(', ')}`)
    .option('--json', 'print them as JSON', false)
    .action((options: JsonOption & { kind?: string }) => runList(options, openDatabase));
  model
    .command('promote')
    .argument('<version>', 'of an LLM ranker')
    .description('put an LLM ranker into service if every gate passes; exit 1 names those that do not')
    .option('--evaluation <file>', 'of keyart evaluate --json, the ranker against production')
    .option('--null-evaluation <file>', 'the same on a log of a world in which nobody has a taste')
    .option('--report <file>', 'of keyart llm report --json with the ranker')
    .option('--override-reason <text>', 'serve it whatever the gates say; goes into the audit')
    .option('--json', 'print the gates as JSON', false)
    .action((version: string, options: PromoteOptions) => runPromote(version, options, openDatabase));
  model
    .command('rollback')
    .description('refuse the LLM ranker in service and put back the one before it')
    .option('--json', 'print what was done as JSON', false)
    .action((options: JsonOption) => runRollback(options, openDatabase));
}
