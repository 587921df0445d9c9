import type { MapDto, MapHeadDto, TitleMapPoint } from '@keyart/contracts';
import type { PublishedTitleMap } from '@keyart/db';

/** A map without its titles as the API shows it. */
export function mapHeadOf(map: PublishedTitleMap): MapHeadDto {
  const { version, titleCount, blocks, textModel, seed } = map;
  return {
    ...{ version, createdAt: map.createdAt.toISOString(), publishedAt: map.publishedAt.toISOString() },
    ...{ titleCount, blocks: [...blocks], textModel, seed },
  };
}

/** A map with its titles as the API shows it. */
export function mapAnswerOf(map: PublishedTitleMap, points: readonly TitleMapPoint[]): MapDto {
  return {
    ...mapHeadOf(map),
    communities: map.communities.map((one) => ({ ...one })),
    points: points.map((point) => ({ ...point, communities: [...point.communities] })),
  };
}
