import {
  artworkRecordOf,
  findDuplicate,
  givePicture,
  inspectPicture,
  type DuplicatePicture,
  type PictureStore,
} from '@keyart/catalog';
import type {
  AnalysedVideo,
  ArtworkRecord,
  FramePromotionDto,
  Maturity,
  TitleRecord,
} from '@keyart/contracts';
import type { ArtworksRepository, VideosRepository } from '@keyart/db';
import { cropOf, frameOf, type FramePictures } from './frame-pictures';

/** What promotions stand on. */
export interface PromoteFrameParts {
  readonly videos: Pick<VideosRepository, 'savePromotion'>;
  readonly artworks: ArtworksRepository;
  readonly store: PictureStore;
  readonly pictures: Pick<FramePictures, 'exact'>;
}

/** A frame about to become an artwork. */
export interface FrameToPromote {
  readonly analysed: AnalysedVideo;
  readonly title: Pick<TitleRecord, 'maturity'>;
  readonly frame: number;
  readonly wanted: FramePromotionDto;
}

/** What became of it. */
export type PromotionOutcome =
  | { readonly outcome: 'made' | 'known'; readonly artworkId: string; readonly sha256: string }
  | { readonly outcome: 'duplicate'; readonly duplicate: DuplicatePicture };

/**
 * Use case: a frame's crop, at the video's own resolution, becomes an artwork that waits for an editor. Its id follows from video, frame
 * and aspect, so that promoting again finds the artwork there is and leaves what became of it alone.
 */
export class PromoteFrame {
  constructor(private readonly parts: PromoteFrameParts) {}

  /** @throws NotFoundError `UNKNOWN_FRAME`; what extraction and the picture store throw */
  async run({ analysed, title, frame, wanted }: FrameToPromote): Promise<PromotionOutcome> {
    const { videos, artworks, store, pictures } = this.parts;
    const { videoId } = analysed.video;
    const { aspect } = wanted;
    cropOf(frameOf(analysed, frame), aspect);
    const artworkId = artworkIdOf(videoId, frame, aspect);
    const known = await artworks.findById(artworkId);
    if (known?.sha256) return { outcome: 'known', artworkId, sha256: known.sha256 };
    const bytes = await pictures.exact(analysed, { frame, aspect });
    const picture = await inspectPicture(bytes);
    const artwork = candidateOf({ analysed, title, frame, wanted }, artworkId);
    const earlier = findDuplicate(picture, artwork, await artworks.listByTitle(artwork.titleId));
    if (earlier) return { outcome: 'duplicate', duplicate: earlier };
    await artworks.upsert(artwork);
    const duplicate = await givePicture(
      { artwork, bytes, picture, allowsDuplicates: false },
      { artworks, store },
    );
    if (duplicate) return { outcome: 'duplicate', duplicate };
    await videos.savePromotion({ videoId, frame, aspect, artworkId });
    return { outcome: 'made', artworkId, sha256: picture.sha256 };
  }
}

function artworkIdOf(videoId: string, frame: number, aspect: string): string {
  return `video-${videoId}-${frame}-${aspect.replace(':', 'x')}`;
}

function candidateOf({ analysed, title, frame, wanted }: FrameToPromote, artworkId: string): ArtworkRecord {
  const { video } = analysed;
  const { atMs, positionFraction } = frameOf(analysed, frame);
  const { aspect, caption, isSpoiler = false } = wanted;
  const facts = {
    ...{ titleId: video.titleId, aspect, caption, isSpoiler, maturity: title.maturity as Maturity },
    ...{ isEditorialDefault: false, isDrawn: false, reviewState: 'candidate' as const },
    ...{ author: video.author, licence: video.licence, framePositionFraction: positionFraction },
    origin: `${video.fileName}, frame at ${(atMs / 1000).toFixed(3)} s`,
    rightsFrom: video.rightsFrom?.toISOString(),
    rightsUntil: video.rightsUntil?.toISOString(),
  };
  return artworkRecordOf(artworkId, facts, null);
}
