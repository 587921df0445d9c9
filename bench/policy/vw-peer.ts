import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { BenchCase } from './bench-contexts';
import { vwExample, vwTrainingText } from './vw-text';

const VW_REQUIREMENT = 'vowpalwabbit==9.11.9';
const TRAINING_COUNT = 2000;

/** Costs of each pass over the cases as [wall seconds, CPU seconds], by the way of asking. */
export interface VwPasses {
  readonly python: readonly [number, number][];
  readonly cached: readonly [number, number][];
  readonly text: readonly [number, number][];
}

/** What the peer measured: with taste × picture interactions (the same model as ours), and without (less work). */
export interface VwResult {
  readonly version: string;
  readonly crossed: VwPasses;
  readonly plain: VwPasses;
}

/** A virtual environment with Vowpal Wabbit in the cache folder (`KEYART_BENCH_CACHE`, else the system's temporary one). */
function vwPython(): string {
  const cache = process.env.KEYART_BENCH_CACHE ?? path.join(os.tmpdir(), 'keyart-bench');
  const home = path.join(cache, VW_REQUIREMENT.replace('==', '-'));
  const python = path.join(home, 'bin', 'python');
  const ready = path.join(home, 'installed');
  if (existsSync(ready)) return python;
  mkdirSync(cache, { recursive: true });
  execFileSync('python3', ['-m', 'venv', home], { stdio: 'inherit' });
  execFileSync(python, ['-m', 'pip', 'install', '--quiet', VW_REQUIREMENT], { stdio: ['ignore', 2, 2] });
  writeFileSync(ready, '');
  return python;
}

/** Vowpal Wabbit with the decisions laid out for it in a folder of its own. */
export class VwPeer {
  private readonly python = vwPython();
  private readonly folder = mkdtempSync(path.join(os.tmpdir(), 'keyart-vw-'));

  constructor(cases: readonly BenchCase[]) {
    writeFileSync(path.join(this.folder, 'train.txt'), vwTrainingText(cases.slice(0, TRAINING_COUNT)));
    writeFileSync(path.join(this.folder, 'test.txt'), cases.map(vwExample).join(''));
  }

  /** Lets it predict them all, `rounds` times in every way. */
  run(rounds: number): VwResult {
    const script = path.join(process.cwd(), 'bench', 'policy', 'vw_peer.py');
    const answer = execFileSync(this.python, [script, this.folder, String(rounds)], { encoding: 'utf8' });
    return JSON.parse(answer) as VwResult;
  }

  close(): void {
    rmSync(this.folder, { recursive: true });
  }
}
