import { spawn } from 'node:child_process';
import path from 'node:path';
import { eventually } from './eventually';

const START_LIMIT_MS = 90_000;
const DIST = path.resolve(__dirname, '../../dist');

interface LogLine {
  readonly msg: string;
  readonly [field: string]: unknown;
}

/** A compiled entry running as a process of its own, and what it logged. */
export interface SpawnedProcess {
  /** Waits for a line with this message. */
  logged(message: string): Promise<LogLine>;
  signal(signal: NodeJS.Signals): void;
  /** Exit code once it has ended. */
  readonly ended: Promise<number | null>;
}

/** @param environment exactly what the process sees, besides PATH */
export function spawnEntry(entry: string, environment: NodeJS.ProcessEnv): SpawnedProcess {
  const child = spawn(process.execPath, [path.join(DIST, entry)], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const lines = (): LogLine[] => stderr.split('\n').slice(0, -1).map(parsed);
  return {
    ended,
    signal: (signal) => void child.kill(signal),
    logged: async (message) => {
      const found = await eventually(
        () =>
          Promise.resolve(lines().find(({ msg }) => msg === message) ?? (child.exitCode !== null && stderr)),
        Boolean,
        START_LIMIT_MS,
      );
      if (typeof found === 'object') return found;
      throw new Error(`ended without "${message}": ${stderr}`);
    },
  };
}

function parsed(line: string): LogLine {
  return line.startsWith('{') ? (JSON.parse(line) as LogLine) : { msg: line };
}
