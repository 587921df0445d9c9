import type {
  ColourFeatures,
  CompositionFeatures,
  FacesFeatures,
  LetteringFeatures,
  PictureFeatures,
  QualityFeatures,
} from '@keyart/contracts';
import { decodePicture } from '../decode/decode-picture';
import type { ImageEmbedder } from '../embedding/image-embedder';
import { perceptualHash } from '../perceptual-hash/perceptual-hash';
import type { PictureExtractor } from '../picture-extractor';
import { SHOT_SCALE_VERSION, shotScaleOf } from '../shot-scale/shot-scale-of';
import type { PictureReader } from './picture-reader';

/** One extractor a group of features. */
export interface PictureExtractors {
  readonly quality: PictureExtractor<QualityFeatures>;
  readonly colour: PictureExtractor<ColourFeatures>;
  readonly composition: PictureExtractor<CompositionFeatures>;
  readonly faces: PictureExtractor<FacesFeatures>;
  readonly lettering: PictureExtractor<LetteringFeatures>;
  readonly embedder: ImageEmbedder;
}

const PERCEPTUAL_HASH_VERSION = '1';

/** Decodes a picture once and shows it to every extractor; those that wait for a scaled copy, which they share, let others go on. */
export class ExtractingReader implements PictureReader {
  readonly versions: Readonly<Record<string, string>>;

  constructor(private readonly extractors: PictureExtractors) {
    const { embedder, ...groups } = extractors;
    this.versions = {
      ...Object.fromEntries(Object.values(groups).map(({ name, version }) => [name, version])),
      'shot-scale': SHOT_SCALE_VERSION,
      embedding: embedder.model,
      'perceptual-hash': PERCEPTUAL_HASH_VERSION,
    };
  }

  /** @throws VisionInputError where the bytes are no picture, VisionModelError where a model fails */
  async read(bytes: Buffer): Promise<PictureFeatures> {
    const picture = await decodePicture(bytes);
    const [lettering, colour, composition, embedding, hash, quality, faces] = await Promise.all([
      this.extractors.lettering.extract(picture),
      this.extractors.colour.extract(picture),
      this.extractors.composition.extract(picture),
      this.extractors.embedder.embed(picture),
      perceptualHash(picture),
      this.extractors.quality.extract(picture),
      this.extractors.faces.extract(picture),
    ]);
    return {
      versions: this.versions,
      ...{ quality, colour, faces, lettering, composition, embedding },
      shotScale: shotScaleOf(faces),
      perceptualHash: hash,
    };
  }
}
