#!/usr/bin/env node
// node docs/training/examples/make-example.mjs DIR: a made-up log of 6,000 decisions and the context folder to it. Each of 300 viewers likes
// one genre, each picture shows one; a viewer takes what shows the genre four times as often. Production likes first pictures.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const SCENES = {
  action: 'a car leaps over a burning bridge at night',
  comedy: 'a man slips on a banana peel before a laughing crowd',
  drama: 'a woman weeps alone beside a rainy window',
  horror: 'a pale face stares out of a dark cellar door',
  romance: 'two people embrace at a station in the evening light',
  war: 'soldiers crouch in a muddy trench under flares',
};
const GENRES = Object.keys(SCENES);
const [DECISION_COUNT, VIEWER_COUNT, TITLE_COUNT, FILM_COUNT] = [6000, 300, 12, 12];
const [BASE_RATE, LIKED_RATE, FIRST_SHARE] = [0.08, 0.35, 0.6];
const DAY_MS = 86_400_000;

// Park and Miller's generator: the same everywhere.
let state = 2026;
const uniform = () => (state = (state * 48271) % 2147483647) / 2147483647;
const below = (count) => Math.floor(uniform() * count);

const titles = Array.from({ length: TITLE_COUNT }, (_, t) => ({
  ...{
    titleId: `t${t}`,
    name: `The ${t + 1}. Tale`,
    year: 1950 + 5 * t,
    genres: [GENRES[t % GENRES.length]],
  },
  synopsis: `What happened when ${SCENES[GENRES[(t + 2) % GENRES.length]]}`,
}));
const genreOf = (t, k) => GENRES[(t + 2 * k + (k > 2 ? 1 : 0)) % GENRES.length];
const artworksOf = (t) => Array.from({ length: 3 + (t % 4) }, (_, k) => `t${t}-a${k}`);
const artworks = titles.flatMap(({ titleId }, t) =>
  artworksOf(t).map((artworkId, k) => ({
    ...{ artworkId, titleId, caption: `In wide view ${SCENES[genreOf(t, k)]}`, isEditorialDefault: k === 0 },
  })),
);
const likes = Array.from({ length: VIEWER_COUNT }, () => GENRES[below(GENRES.length)]);
const viewers = likes.map((like, m) => ({
  ...{ memberId: `u${m}`, region: 'NL', isHeldOut: m % 5 === 0 },
  history: Array.from({ length: FILM_COUNT }, (_, i) => {
    const genre = uniform() < 0.5 ? like : GENRES[below(GENRES.length)];
    return {
      ...{ title: `A ${genre} film`, year: 1960 + 4 * i, genres: [genre], people: [] },
      ...{
        rating: genre === like ? 4.5 : 2.5,
        watchedAt: new Date(Date.UTC(2025, 0, 1) + i * 33 * DAY_MS).toISOString(),
      },
    };
  }),
}));
const log = Array.from({ length: DECISION_COUNT }, (_, i) => {
  const [m, t] = [below(VIEWER_COUNT), below(TITLE_COUNT)];
  const candidates = artworksOf(t);
  const rest = (1 - FIRST_SHARE) / (candidates.length - 1);
  const propensities = candidates.map((_one, k) =>
    m % 3 === 0 ? 1 / candidates.length : k === 0 ? FIRST_SHARE : rest,
  );
  let left = uniform();
  const drawn = propensities.findIndex((p) => (left -= p) < 0);
  const k = drawn < 0 ? candidates.length - 1 : drawn;
  return {
    ...{ decision_id: `d${i}`, user_id: `u${m}`, title_id: `t${t}`, action: candidates[k] },
    timestamp: new Date(Date.UTC(2026, 0, 1) + i * 600_000).toISOString(),
    ...{ propensity: propensities[k], candidates, candidate_propensities: propensities },
    reward: Number(uniform() < (genreOf(t, k) === likes[m] ? LIKED_RATE : BASE_RATE)),
  };
});

const folder = process.argv[2];
if (folder === undefined) {
  console.error('usage: node docs/training/examples/make-example.mjs DIR');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
for (const [name, rows] of Object.entries({ log, titles, artworks, viewers }))
  writeFileSync(path.join(folder, `${name}.jsonl`), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
