import { pick, pickIndex, type Random } from '@keyart/common';
import type { Tone } from '@keyart/contracts';
import type { AffectEvent } from '../events/affect-event';
import { TONE_FAMILIES, TONE_FAMILY_NAMES, type ToneFamily } from '../vectors/tone-families';
import { normal } from './normal';
import type { ViewerTraits } from './planted-segments';
import type { SimulatedTitle } from './simulated-titles';

/** A made-up viewer. */
export interface SimulatedViewer {
  readonly id: string;
  readonly traits: ViewerTraits;
  readonly genres: readonly string[];
}

/** Titles that a viewer chooses from each time. */
const CHOICE_COUNT = 6;
/** Of what is watched is written about; the rest are plays, with the feelings of the title. */
const WRITTEN_FRACTION = 0.8;
/** Of what is watched without a word gets stars. */
const RATED_FRACTION = 0.3;
/** Feelings in a text beyond the first, each with this chance; and feelings that no family has. */
const [FURTHER_TONE, OTHER_TONE] = [0.45, 0.3] as const;
const OTHER_TONES: readonly Tone[] = ['admiration', 'approval', 'realization', 'sadness', 'pride'];
/** How often each family is felt, as logits; nostalgia and tension are rare. */
const BASE: Readonly<Record<ToneFamily, number>> = {
  ...{ excitement: 0, comfort: 0.5, nostalgia: -1.3, tension: -0.8, complaint: -0.3 },
};
/** What one SD of a trait does: to logits of tones, to the opinion, to shares. */
const EFFECT = { tone: 0.55, leniency: 0.45, volatility: 0.18, share: 0.4, title: 0.7, taste: 0.35 } as const;
/** Makes a text's polarity vary with an SD of about .78, as measured on reviews. */
const [OPINION_SCALE, OPINION_NOISE] = [1.6, 0.7] as const;
const DAY_MS = 86_400_000;

const logistic = (logit: number): number => 1 / (1 + Math.exp(-logit));
const round = (value: number): number => Math.round(value * 1000) / 1000;

function toneLogit(family: ToneFamily, { traits }: SimulatedViewer, title: SimulatedTitle): number {
  return BASE[family] + EFFECT.tone * traits.tones[family] + EFFECT.title * title.tones[family];
}

function chooseTitle(
  viewer: SimulatedViewer,
  titles: readonly SimulatedTitle[],
  random: Random,
): SimulatedTitle {
  const offered = Array.from(
    { length: CHOICE_COUNT },
    () => titles[Math.floor(titles.length * random.next() ** 1.5)],
  );
  const weights = offered.map(({ genres, tones }) => {
    const isOwn = genres.some((genre) => viewer.genres.includes(genre));
    const taste = TONE_FAMILY_NAMES.reduce(
      (sum, family) => sum + viewer.traits.tones[family] * tones[family],
      0,
    );
    return Math.exp((isOwn ? 0.8 + viewer.traits.constancy : 0) + EFFECT.taste * taste);
  });
  return offered[pickIndex(weights, random)];
}

function feel(weights: readonly number[], random: Random): AffectEvent['tones'] {
  const felt = new Map<Tone, number>();
  const add = (tone: Tone): unknown => felt.set(tone, round(0.4 + 0.55 * random.next()));
  do add(pick<Tone>(TONE_FAMILIES[TONE_FAMILY_NAMES[pickIndex(weights, random)]], random));
  while (random.next() < FURTHER_TONE);
  if (random.next() < OTHER_TONE) add(pick(OTHER_TONES, random));
  return [...felt].map(([tone, probability]) => ({ tone, probability }));
}

/** Of the title alone: what everybody felt. */
function tonesOfTitle(title: SimulatedTitle): AffectEvent['tones'] {
  return TONE_FAMILY_NAMES.map((family) => ({
    tone: TONE_FAMILIES[family][0],
    probability: round(logistic(BASE[family] + EFFECT.title * title.tones[family] - 1)),
  }));
}

function written(viewer: SimulatedViewer, title: SimulatedTitle, random: Random): Partial<AffectEvent> {
  const { leniency, volatility, intensity } = viewer.traits;
  const noise = OPINION_NOISE * Math.exp(EFFECT.volatility * volatility) * normal(random);
  const opinion = 0.25 + title.quality + EFFECT.leniency * leniency + noise;
  const weights = TONE_FAMILY_NAMES.map((family) => {
    const mood = family === 'complaint' ? -opinion : 0.4 * opinion;
    return Math.exp(toneLogit(family, viewer, title) + mood);
  });
  return {
    polarity: round(Math.tanh(OPINION_SCALE * opinion)),
    intensity: round(
      logistic(EFFECT.share * intensity + 0.5 * (Math.abs(opinion) - 0.6) + 0.6 * normal(random)),
    ),
    tones: feel(weights, random),
  };
}

function watch(viewer: SimulatedViewer, title: SimulatedTitle, random: Random): AffectEvent {
  const logit = 1 + title.quality + EFFECT.share * viewer.traits.completion + normal(random);
  const seen = {
    ...{
      viewer: viewer.id,
      title: title.id,
      genres: title.genres,
      atMs: Math.floor(random.next() * 365) * DAY_MS,
    },
    ...{ polarity: null, intensity: null, stars: null, completion: round(logistic(logit)) },
  };
  if (random.next() < WRITTEN_FRACTION) return { ...seen, tones: [], ...written(viewer, title, random) };
  const opinion = title.quality + EFFECT.leniency * viewer.traits.leniency + OPINION_NOISE * normal(random);
  const stars =
    random.next() < RATED_FRACTION ? Math.min(5, Math.max(1, Math.round(3.5 + 1.2 * opinion))) : null;
  return { ...seen, tones: tonesOfTitle(title), stars };
}

/** What a viewer does with as many titles; titles earlier in the list are watched more. */
export function simulateEvents(
  viewer: SimulatedViewer,
  titles: readonly SimulatedTitle[],
  { eventCount, random }: { readonly eventCount: number; readonly random: Random },
): AffectEvent[] {
  const chosen = new Map<string, SimulatedTitle>();
  while (chosen.size < eventCount) {
    const title = chooseTitle(viewer, titles, random);
    chosen.set(title.id, title);
  }
  return [...chosen.values()].map((title) => watch(viewer, title, random));
}
