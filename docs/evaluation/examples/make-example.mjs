#!/usr/bin/env node
// Writes decisions.csv and target.csv beside itself, the same at every run: node docs/evaluation/examples/make-example.mjs
// Production prefers pictures 1 and 2; viewers like picture 5. True takes: production .270, target .4225.
import { writeFileSync } from 'node:fs';

const ROW_COUNT = 800;
const MEMBER_COUNT = 240;
const TITLES = ['dune', 'kite', 'moss', 'reef', 'wolf'];
const DEVICES = ['phone', 'tv', 'web'];
const LOGGING = [0.4, 0.3, 0.1, 0.1, 0.1];
const TARGET = [0.05, 0.05, 0.1, 0.2, 0.6];
const TAKE_RATES = [0.2, 0.25, 0.3, 0.35, 0.5];

let state = 20260101;

/** In [0, 1), by mulberry32. */
function next() {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}

/** @template T @param {readonly T[]} values */
function oneOf(values) {
  return values[Math.floor(next() * values.length)];
}

/** @param {readonly number[]} distribution @returns {number} an index */
function draw(distribution) {
  let left = next();
  const index = distribution.findIndex((probability) => (left -= probability) < 0);
  return index < 0 ? distribution.length - 1 : index;
}

/** @param {unknown} value a list as a cell of CSV */
function listCell(value) {
  return `"${JSON.stringify(value).replaceAll('"', '""')}"`;
}

/** @param {number} i @returns {{ decision: string, target: string[] }} lines of both files */
function decisionLines(i) {
  const id = `d${i + 1}`;
  const title = oneOf(TITLES);
  const candidates = LOGGING.map((_, k) => `${title}-${k + 1}`);
  const shown = draw(LOGGING);
  const timestamp = new Date(Date.UTC(2026, 0, 1, 0, 12 * i)).toISOString().slice(0, 16);
  const decision = [
    ...[id, `u${Math.floor(next() * MEMBER_COUNT) + 1}`, timestamp, title, candidates[shown], LOGGING[shown]],
    ...[Number(next() < TAKE_RATES[shown]), listCell(candidates), listCell(LOGGING), oneOf(DEVICES)],
  ];
  return {
    decision: decision.join(','),
    target: candidates.map((action, k) => `${id},${action},${TARGET[k]}`),
  };
}

const COLUMNS =
  'decision_id,user_id,timestamp,title_id,action,propensity,reward,candidates,candidate_propensities,device';
const lines = Array.from({ length: ROW_COUNT }, (_, i) => decisionLines(i));
const write = (name, rows) => writeFileSync(new URL(name, import.meta.url), `${rows.join('\n')}\n`);
write('decisions.csv', [COLUMNS, ...lines.map(({ decision }) => decision)]);
write('target.csv', ['decision_id,action,probability', ...lines.flatMap(({ target }) => target)]);
