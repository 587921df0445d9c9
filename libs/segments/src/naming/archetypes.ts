import type { ViewerFeature } from '../vectors/viewer-feature';

/** A way of watching that has a name. */
export interface Archetype {
  readonly name: string;
  /** One sentence for people. */
  readonly description: string;
  /** What is high (> 0) and low (< 0) in it, relative to each other; none: the middle of the population. */
  readonly marks: Readonly<Partial<Record<ViewerFeature, number>>>;
}

/** The rules by which centroids get names: what a group is called follows from what it does, never from who is in it. */
export const ARCHETYPES = [
  {
    name: 'excitement-prone',
    description: 'is thrilled, surprised and curious, and says so strongly',
    marks: { 'tone:excitement': 2, intensity: 1, 'polarity-deviation': 0.5 },
  },
  {
    name: 'critical-viewer',
    description: 'likes less than others what others like as well, says what is wrong, leaves early',
    marks: { criticism: 2, 'tone:complaint': 1, polarity: -1, completion: -0.5 },
  },
  {
    name: 'nostalgic',
    description: 'is reminded of earlier times, and stays to the end',
    marks: { 'tone:nostalgia': 2, completion: 0.5 },
  },
  {
    name: 'comfort-seeker',
    description: 'joy, warmth and amusement, kindly and calmly said, of few genres',
    marks: { 'tone:comfort': 2, criticism: -0.5, polarity: 0.5, intensity: -0.5, 'genre-entropy': -0.5 },
  },
  {
    name: 'tension-seeker',
    description: 'enjoys what makes nervous',
    marks: { 'tone:tension': 2, intensity: 0.5, 'genre-entropy': -0.5 },
  },
  { name: 'balanced', description: 'near the middle in everything', marks: {} },
] as const satisfies readonly Archetype[];

/** Name of a segment. */
export type SegmentName = (typeof ARCHETYPES)[number]['name'];
