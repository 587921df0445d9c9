import { spawn, type ChildProcess } from 'node:child_process';
import { openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const RESTART_PAUSE_MS = 200;

/** What to run, and where its output goes. */
export interface ProgramOptions {
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly logFile: string;
}

/** A process that is started again whenever it ends, as a service manager would. */
export class SupervisedProcess {
  private child: ChildProcess | null = null;
  private isWanted = false;
  /** Ends nobody ordered. */
  crashCount = 0;
  private isKilling = false;

  constructor(private readonly options: ProgramOptions) {}

  get pid(): number {
    return this.child?.pid ?? -1;
  }

  start(): void {
    this.isWanted = true;
    const { program, args, env, logFile } = this.options;
    const log = openSync(logFile, 'a');
    const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ['ignore', log, log] });
    this.child = child;
    child.on('error', () => undefined);
    child.once('exit', () => void this.onExit());
  }

  /** kill -9; the process comes back by itself. */
  kill(): void {
    this.isKilling = true;
    this.child?.kill('SIGKILL');
  }

  signal(signal: NodeJS.Signals): void {
    this.child?.kill(signal);
  }

  async stop(): Promise<void> {
    this.isWanted = false;
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }

  private async onExit(): Promise<void> {
    if (!this.isWanted) return;
    if (!this.isKilling) this.crashCount++;
    this.isKilling = false;
    await sleep(RESTART_PAUSE_MS);
    if (this.isWanted) this.start();
  }
}
