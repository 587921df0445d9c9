import type { SegmentName } from '../naming/archetypes';
import type { ToneFamily } from '../vectors/tone-families';

/** What a made-up viewer is like, in standard deviations of viewers of the same segment. */
export interface ViewerTraits {
  /** Likes what it sees. */
  readonly leniency: number;
  /** Its opinions differ from title to title. */
  readonly volatility: number;
  readonly intensity: number;
  readonly completion: number;
  /** Keeps to its genres. */
  readonly constancy: number;
  readonly tones: Readonly<Record<ToneFamily, number>>;
}

/** A group that is in the made-up population. */
export interface PlantedSegment {
  readonly name: SegmentName;
  /** Of the viewers, in (0, 1]. */
  readonly share: number;
  readonly traits: ViewerTraits;
}

const NO_TONES = { excitement: 0, comfort: 0, nostalgia: 0, tension: 0, complaint: 0 } as const;

type Marks = Partial<Omit<ViewerTraits, 'tones'>> & { readonly tones?: Partial<Record<ToneFamily, number>> };

function traits({ tones, ...marks }: Marks): ViewerTraits {
  return {
    ...{ leniency: 0, volatility: 0, intensity: 0, completion: 0, constancy: 0 },
    ...marks,
    tones: { ...NO_TONES, ...tones },
  };
}

/** Six groups of unlike sizes; each differs from the others in several traits, none in all. */
export const PLANTED_SEGMENTS: readonly PlantedSegment[] = [
  {
    name: 'balanced',
    share: 0.28,
    traits: traits({}),
  },
  {
    name: 'comfort-seeker',
    share: 0.2,
    traits: traits({ leniency: 1, intensity: -1, constancy: 1, completion: 0.5, tones: { comfort: 2 } }),
  },
  {
    name: 'excitement-prone',
    share: 0.17,
    traits: traits({ volatility: 1, intensity: 1.5, tones: { excitement: 2 } }),
  },
  {
    name: 'critical-viewer',
    share: 0.13,
    traits: traits({ leniency: -2, completion: -1, tones: { complaint: 1.5 } }),
  },
  {
    name: 'tension-seeker',
    share: 0.12,
    traits: traits({ intensity: 0.5, constancy: 1, tones: { tension: 2 } }),
  },
  {
    name: 'nostalgic',
    share: 0.1,
    traits: traits({ completion: 1, leniency: 0.5, tones: { nostalgia: 2 } }),
  },
];
