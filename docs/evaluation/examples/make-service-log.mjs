#!/usr/bin/env node
// Writes a made-up decision log of a service with a uniform slice, the same at every run, to the file given:
// node docs/evaluation/examples/make-service-log.mjs out/service.csv
// Each member likes one of six tastes; a picture of that taste is taken in .35 of the cases, another in .12. `production` and `ranker` are the
// probabilities that either policy gives to the picture shown: production knows the taste in 30% of its decisions, the ranker in 80%.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('usage: make-service-log.mjs FILE.csv');

const ROW_COUNT = 120_000;
const MEMBER_COUNT = 4000;
const TITLE_COUNT = 150;
const TASTE_COUNT = 6;
const CANDIDATE_COUNTS = [2, 3, 4, 5, 6, 8, 12];
const UNIFORM_SHARE = 0.25;
const TAKE_RATES = { liked: 0.35, other: 0.12 };
const KNOWN = { production: 0.3, ranker: 0.8 };
const EXPLORED = 0.1;

let state = 20260201;

/** In [0, 1), by mulberry32. */
function next() {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}

/** @param {number} count @returns {number} in [0, count) */
function below(count) {
  return Math.floor(next() * count);
}

const tastes = Array.from({ length: MEMBER_COUNT }, () => below(TASTE_COUNT));
const isUniform = Array.from({ length: MEMBER_COUNT }, () => next() < UNIFORM_SHARE);
const titles = Array.from({ length: TITLE_COUNT }, (_, t) =>
  Array.from({ length: CANDIDATE_COUNTS[t % CANDIDATE_COUNTS.length] }, (_, k) => ({
    id: `t${t}-${k + 1}`,
    taste: (t + k) % TASTE_COUNT,
  })),
);

/** What choosing at random and the two policies earn, summed over the decisions. */
const truth = { chance: 0, production: 0, ranker: 0 };

/** The picture of the taste where the policy knows it and there is one, the first one otherwise. */
function favourite(candidates, taste, known) {
  const liked = candidates.findIndex((one) => one.taste === taste);
  return next() < known && liked >= 0 ? liked : 0;
}

/** @param {number} count candidates @param {number} best @returns {number[]} mostly the best one */
function mostly(count, best) {
  return Array.from({ length: count }, (_, k) => EXPLORED / count + (k === best ? 1 - EXPLORED : 0));
}

/** @param {readonly number[]} distribution @returns {number} an index */
function draw(distribution) {
  let left = next();
  const index = distribution.findIndex((probability) => (left -= probability) < 0);
  return index < 0 ? distribution.length - 1 : index;
}

/** @param {readonly unknown[]} value a list as a cell of CSV */
function listCell(value) {
  return `"${JSON.stringify(value).replaceAll('"', '""')}"`;
}

/** @param {number} i */
function line(i) {
  const member = below(MEMBER_COUNT);
  const t = below(TITLE_COUNT);
  const candidates = titles[t];
  const count = candidates.length;
  const production = mostly(count, favourite(candidates, tastes[member], KNOWN.production));
  const ranker = mostly(count, favourite(candidates, tastes[member], KNOWN.ranker));
  const logging = isUniform[member] ? candidates.map(() => 1 / count) : production;
  const shown = draw(logging);
  const rates = candidates.map(({ taste }) =>
    taste === tastes[member] ? TAKE_RATES.liked : TAKE_RATES.other,
  );
  const worth = (distribution) =>
    distribution.reduce((sum, probability, k) => sum + probability * rates[k], 0);
  truth.chance += worth(candidates.map(() => 1 / count));
  truth.production += worth(production);
  truth.ranker += worth(ranker);
  return [
    ...[`d${i + 1}`, `u${member + 1}`, new Date(Date.UTC(2026, 1, 1, 0, i)).toISOString(), `t${t}`],
    ...[candidates[shown].id, logging[shown], Number(next() < rates[shown])],
    ...[listCell(candidates.map(({ id }) => id)), listCell(logging)],
    ...[isUniform[member] ? 'uniform' : '', production[shown], ranker[shown]],
  ].join(',');
}

const COLUMNS =
  'decision_id,user_id,timestamp,title_id,action,propensity,reward,candidates,candidate_propensities,slice,production,ranker';
mkdirSync(path.dirname(file), { recursive: true });
writeFileSync(file, `${[COLUMNS, ...Array.from({ length: ROW_COUNT }, (_, i) => line(i))].join('\n')}\n`);
const { chance, production, ranker } = truth;
const match = (value) => (value / chance).toFixed(3);
console.log(
  `true match: production ${match(production)}, ranker ${match(ranker)}; lift ${((100 * ranker) / production - 100).toFixed(1)}%`,
);
