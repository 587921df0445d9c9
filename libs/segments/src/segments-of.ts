import type { SegmentName } from './naming/archetypes';
import type { Placement } from './place-viewers';
import type { Segment } from './segment-model';
import { VIEWER_FEATURES, type ViewerFeature } from './vectors/viewer-feature';
import { scaledBy, type ViewerVectors } from './vectors/viewer-vectors';

interface PlacedVectors {
  readonly names: readonly SegmentName[];
  /** Of the vectors, in their order. */
  readonly placements: readonly Placement[];
  readonly vectors: ViewerVectors;
}

function byFeature(values: Float64Array): Record<ViewerFeature, number> {
  return Object.fromEntries(VIEWER_FEATURES.map((feature, f) => [feature, values[f]])) as Record<
    ViewerFeature,
    number
  >;
}

/** What the viewers of each segment are like on the mean; segments without viewers are left out, the largest comes first. */
export function segmentsOf({ names, placements, vectors: { features, vectors } }: PlacedVectors): Segment[] {
  return names
    .flatMap((name): Segment[] => {
      const members = vectors.filter((_, i) => placements[i].segment === name);
      if (members.length === 0) return [];
      const mean = Float64Array.from(
        features,
        (_, f) => members.reduce((sum, { values }) => sum + values[f], 0) / members.length,
      );
      return [
        {
          name,
          size: members.length,
          centroid: byFeature(mean),
          distances: byFeature(scaledBy(features, mean)),
        },
      ];
    })
    .sort((a, b) => b.size - a.size);
}
