import type { PictureFeatures } from '@keyart/contracts';
import {
  ANALYSIS_SIZE_PX,
  ColourExtractor,
  decodePicture,
  perceptualHash,
  QualityExtractor,
  saliencyMap,
  toOklab,
  type DecodedPicture,
} from '@keyart/vision';
import { isCombed } from './is-combed';
import { isCredits } from './is-credits';
import type { FrameLook, SaliencyGrid } from './frame-look';

/** Reads a picture's features with models, faces and lettering among them; `PictureReader.read` of `libs/vision` is one. */
export type FeatureReader = (picture: Buffer) => Promise<Pick<PictureFeatures, 'faces' | 'lettering'>>;

const CREDITS_SIZE_PX = 320;
const quality = new QualityExtractor();
const colour = new ColourExtractor();

/**
 * Looks at one frame as at any artwork.
 * @param bytes a picture file
 * @param features null: no models, so no faces and only plain lettering are found
 * @throws what `decodePicture` and the reader throw
 */
export async function lookAtFrame(bytes: Buffer, features: FeatureReader | null): Promise<FrameLook> {
  const picture = await decodePicture(bytes);
  const read = features && (await features(bytes));
  return {
    ...{ widthPx: picture.widthPx, heightPx: picture.heightPx },
    quality: await quality.extract(picture),
    colour: await colour.extract(picture),
    perceptualHash: await perceptualHash(picture),
    saliency: await saliencyOf(picture),
    faces: read?.faces.faces.map(({ box }) => box) ?? [],
    letteringFraction: read?.lettering.areaFraction ?? 0,
    isCredits: isCredits(await picture.luma(CREDITS_SIZE_PX)),
    isCombed: isCombed(await picture.luma(picture.working.widthPx)),
  };
}

async function saliencyOf(picture: DecodedPicture): Promise<SaliencyGrid> {
  const pixels = toOklab(await picture.rgb(ANALYSIS_SIZE_PX));
  return { widthPx: pixels.widthPx, heightPx: pixels.heightPx, values: saliencyMap(pixels) };
}
