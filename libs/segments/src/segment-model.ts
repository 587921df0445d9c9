import type { KStability } from './clustering/choose-k';
import type { SegmentName } from './naming/archetypes';
import type { ViewerFeature } from './vectors/viewer-feature';
import type { FeatureFit } from './vectors/viewer-vectors';

/** Viewers who watch alike. */
export interface Segment {
  readonly name: SegmentName;
  /** Viewers whose likeliest segment it is, the provisional ones too. To be shown through `suppressSmallCells` only. */
  readonly size: number;
  /** Mean of its viewers by feature, in the feature's own unit. */
  readonly centroid: Readonly<Record<ViewerFeature, number>>;
  /** The same in standard deviations of viewers from the mean viewer. */
  readonly distances: Readonly<Record<ViewerFeature, number>>;
}

/** Segments of a population; plain data, to be kept as JSON. */
export interface SegmentModel {
  readonly schema: 'segment-model/1';
  readonly seed: string;
  /** `no-groups`: viewers differ, but not in groups. */
  readonly outcome: 'segments' | 'no-groups' | 'too-few-viewers';
  /** Viewers with titles enough, from whom it was learnt. */
  readonly viewerCount: number;
  readonly features: readonly FeatureFit[];
  /** How each number of segments fared; empty where the number was given. */
  readonly stability: readonly KStability[];
  /** The largest first; empty unless there are groups. */
  readonly segments: readonly Segment[];
}
