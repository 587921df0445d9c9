import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const REQUIREMENTS = ['numpy==2.2.6', 'pandas==2.3.3', 'pyarrow==21.0.0'];

/** What the peer found, and how long it took from opening the files. */
export interface PeerResult {
  readonly seconds: number;
  readonly values: Readonly<Record<string, number>>;
  readonly intervals: Readonly<Record<string, [number, number]>>;
}

/** Runs the estimators as NumPy has them on the same files. */
export function runNumpyPeer(logPath: string): PeerResult {
  const script = path.join(process.cwd(), 'bench', 'evaluation', 'numpy_peer.py');
  return JSON.parse(execFileSync(numpyPython(), [script, logPath], { encoding: 'utf8' })) as PeerResult;
}

/** A virtual environment in the cache folder (`KEYART_BENCH_CACHE`, else the system's temporary one). */
function numpyPython(): string {
  const cache = process.env.KEYART_BENCH_CACHE ?? path.join(os.tmpdir(), 'keyart-bench');
  const home = path.join(cache, 'numpy-peer');
  const python = path.join(home, 'bin', 'python');
  const ready = path.join(home, 'installed');
  if (existsSync(ready)) return python;
  mkdirSync(cache, { recursive: true });
  execFileSync('python3', ['-m', 'venv', home], { stdio: 'inherit' });
  execFileSync(python, ['-m', 'pip', 'install', '--quiet', ...REQUIREMENTS], { stdio: ['ignore', 2, 2] });
  writeFileSync(ready, '');
  return python;
}
