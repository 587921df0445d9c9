import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createRandom } from '@keyart/common';

/** For tests: rows of a log and of a target, as text cells. */
export interface LogRows {
  readonly log: Record<string, string>[];
  readonly target: Record<string, string>[];
}

const PROPENSITIES = [0.4, 0.3, 0.1, 0.1, 0.1];
const RATES = [0.2, 0.25, 0.3, 0.35, 0.5];
const TARGET = [0.05, 0.05, 0.1, 0.2, 0.6];
const SHARE_OF_TITLES = 20;

/** A seeded log of five artworks a title; target worth .4225, production .27. */
export function logRows(rowCount: number, seed = 'log'): LogRows {
  const random = createRandom(seed);
  const rows: LogRows = { log: [], target: [] };
  for (let i = 0; i < rowCount; i++) {
    const title = `t${Math.floor(random.next() * SHARE_OF_TITLES)}`;
    const candidates = PROPENSITIES.map((_, k) => `${title}-a${k}`);
    let left = random.next();
    const k = PROPENSITIES.findIndex((p, j) => (left -= p) < 0 || j === PROPENSITIES.length - 1);
    rows.log.push({
      ...{ decision_id: `d${i}`, user_id: `u${Math.floor(random.next() * rowCount * 0.3)}` },
      timestamp: new Date(Date.UTC(2026, 0, 1, 0, i)).toISOString(),
      ...{ title_id: title, action: candidates[k], propensity: String(PROPENSITIES[k]) },
      reward: String(Number(random.next() < RATES[k])),
      candidates: JSON.stringify(candidates),
      candidate_propensities: JSON.stringify(PROPENSITIES),
      ...{ device: random.next() < 0.5 ? 'tv' : 'web', own: String(TARGET[k]) },
    });
    candidates.forEach((action, j) =>
      rows.target.push({ decision_id: `d${i}`, action, probability: String(TARGET[j]) }),
    );
  }
  return rows;
}

/** A folder of files that is thrown away. */
export class LogFolder {
  readonly path = mkdtempSync(path.join(os.tmpdir(), 'keyart-log-'));

  file(name: string): string {
    return path.join(this.path, name);
  }

  /** @returns path of the CSV file */
  writeCsv(name: string, rows: readonly Record<string, string>[], separator = ','): string {
    const names = Object.keys(rows[0]);
    const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const lines = [
      names.join(separator),
      ...rows.map((row) => names.map((one) => cell(row[one])).join(separator)),
    ];
    writeFileSync(this.file(name), `${lines.join('\n')}\n`);
    return this.file(name);
  }

  remove(): void {
    rmSync(this.path, { recursive: true });
  }
}
