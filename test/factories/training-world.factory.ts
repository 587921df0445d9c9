import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createRandom, type Random } from '@keyart/common';
import type { TrainingArtwork, TrainingTitle, TrainingViewer } from '@keyart/contracts';

/** For tests and benchmarks: how large a made-up log is. */
export interface TrainingWorldSize {
  readonly rowCount: number;
  readonly memberCount: number;
  readonly titleCount: number;
  readonly filmsPerViewer: number;
  readonly seed?: string;
}

/** A row of `decision-log/1`, as far as an export reads it. */
export interface TrainingLogRow {
  decision_id: string;
  user_id: string;
  timestamp: string;
  title_id: string;
  action: string;
  propensity: number | null;
  reward: number;
  candidates: string[];
  candidate_propensities: number[] | null;
  slice: string;
}

/** A made-up log and all that it does not hold. */
export interface TrainingWorld {
  readonly log: TrainingLogRow[];
  readonly titles: TrainingTitle[];
  readonly artworks: TrainingArtwork[];
  readonly viewers: TrainingViewer[];
}

const GENRES = ['action', 'comedy', 'drama', 'romance', 'horror', 'war', 'western', 'crime'];
const SCENES = [
  'a car leaps over a burning bridge at night',
  'a man slips on a banana peel before a laughing crowd',
  'a woman weeps alone beside a rainy window',
  'two people embrace at a station in the evening light',
  'a pale face stares out of a dark cellar door',
  'soldiers crouch in a muddy trench under flares',
  'a rider crosses a wide and empty prairie',
  'a detective lights a cigarette under a street lamp',
];
const PEOPLE = Array.from({ length: 60 }, (_, i) => `Actor Number ${i}`);
const [FIRST_FILM_MS, FIRST_DECISION_MS, MINUTE_MS] = [Date.UTC(2024, 0, 1), Date.UTC(2026, 0, 1), 60_000];
const [BASE_RATE, LIKED_RATE, EXPLORED_SHARE] = [0.08, 0.35, 0.4];

/** A seeded world: each viewer likes one genre, each picture shows one; a viewer takes what shows what they like four times as often. */
export function trainingWorld({ seed = 'world', ...size }: TrainingWorldSize): TrainingWorld {
  const random = createRandom(seed);
  const titles = Array.from({ length: size.titleCount }, (_, t) => titleOf(t, random));
  const artworks = titles.flatMap(({ titleId }, t) => artworksOf(titleId, t));
  const likes = Array.from({ length: size.memberCount }, () => Math.floor(random.next() * GENRES.length));
  const viewers = likes.map((like, m) => viewerOf(m, like, { random, filmCount: size.filmsPerViewer }));
  const log = Array.from({ length: size.rowCount }, (_, i) => {
    const m = Math.floor(random.next() * size.memberCount);
    return decisionOf(i, { m, like: likes[m], t: Math.floor(random.next() * size.titleCount), random });
  });
  return { log, titles, artworks, viewers };
}

function titleOf(t: number, random: Random): TrainingTitle {
  const genres = [GENRES[t % GENRES.length], GENRES[(t * 3 + 1) % GENRES.length]];
  return {
    ...{ titleId: `t${t}`, name: `Title Number ${t}`, year: 1930 + Math.floor(random.next() * 90), genres },
    synopsis: `${SCENES[(t * 5) % SCENES.length]}, and what comes of it for everybody in town`,
  };
}

function candidateCountOf(t: number): number {
  return 2 + (t % 6);
}

function shownBy(t: number, k: number): number {
  return (t + k * 3) % GENRES.length;
}

function artworksOf(titleId: string, t: number): TrainingArtwork[] {
  return Array.from({ length: candidateCountOf(t) }, (_, k) => ({
    ...{ artworkId: `${titleId}-a${k}`, titleId, isEditorialDefault: k === 0 },
    caption: `In picture ${k}, ${SCENES[shownBy(t, k)]}`,
  }));
}

function viewerOf(
  m: number,
  like: number,
  { random, filmCount }: { random: Random; filmCount: number },
): TrainingViewer {
  const history = Array.from({ length: filmCount }, (_, i) => {
    const genre = random.next() < 0.6 ? like : Math.floor(random.next() * GENRES.length);
    return {
      ...{
        title: `Film ${Math.floor(random.next() * 4000)}`,
        year: 1940 + ((i * 7) % 80),
        genres: [GENRES[genre]],
      },
      people: [0, 1].map(() => PEOPLE[Math.floor(random.next() * PEOPLE.length)]),
      rating: genre === like ? 4.5 : 2.5,
      watchedAt: new Date(FIRST_FILM_MS + Math.floor(random.next() * 700) * 1440 * MINUTE_MS).toISOString(),
    };
  });
  return { memberId: `u${m}`, region: 'NL', history, isHeldOut: m % 5 === 0 };
}

interface DecisionSeed {
  readonly m: number;
  readonly like: number;
  readonly t: number;
  readonly random: Random;
}

function decisionOf(i: number, { m, like, t, random }: DecisionSeed): TrainingLogRow {
  const count = candidateCountOf(t);
  const isUniform = m % 3 === 0;
  const propensities = Array.from({ length: count }, (_, k) =>
    isUniform ? 1 / count : (k === 0 ? 1 - EXPLORED_SHARE : 0) + EXPLORED_SHARE / count,
  );
  let left = random.next();
  const drawn = propensities.findIndex((p) => (left -= p) < 0);
  const k = drawn < 0 ? count - 1 : drawn;
  const candidates = propensities.map((_, j) => `t${t}-a${j}`);
  return {
    ...{ decision_id: `d${i}`, user_id: `u${m}`, title_id: `t${t}`, action: candidates[k] },
    timestamp: new Date(FIRST_DECISION_MS + i * MINUTE_MS).toISOString(),
    propensity: propensities[k],
    reward: random.next() < (shownBy(t, k) === like ? LIKED_RATE : BASE_RATE) ? 1 : 0,
    ...{ candidates, candidate_propensities: propensities, slice: isUniform ? 'uniform' : '' },
  };
}

/** A world's files in a folder that is thrown away. */
export class TrainingFolder {
  readonly path = mkdtempSync(path.join(os.tmpdir(), 'keyart-training-'));

  file(name: string): string {
    return path.join(this.path, name);
  }

  get context(): string {
    return this.file('context');
  }

  /** @returns the log, JSON lines; the context lies in `context` */
  write({ log, titles, artworks, viewers }: TrainingWorld): string {
    mkdirSync(this.context, { recursive: true });
    this.writeLines('context/titles.jsonl', titles);
    this.writeLines('context/artworks.jsonl', artworks);
    this.writeLines('context/viewers.jsonl', viewers);
    return this.writeLines('log.jsonl', log);
  }

  writeLines(name: string, rows: readonly object[]): string {
    writeFileSync(this.file(name), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    return this.file(name);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
