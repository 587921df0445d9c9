import path from 'node:path';
import { OnnxImageEmbedder } from '../clip/onnx-image-embedder';
import { ColourExtractor } from '../colour/colour.extractor';
import { CompositionExtractor } from '../composition/composition.extractor';
import type { ImageEmbedder } from '../embedding/image-embedder';
import { LayoutEmbedder } from '../embedding/layout.embedder';
import { FacesExtractor } from '../faces/faces.extractor';
import { LetteringExtractor } from '../lettering/lettering.extractor';
import type { OnnxRuntime } from '../onnx/onnx-runtime';
import { QualityExtractor } from '../quality/quality.extractor';
import { ExtractingReader } from './extracting-reader';

/**
 * All extractors, their models loaded, checked and warmed.
 * @param imageEncoder path of an ONNX file; undefined: pictures are embedded by colour layout and gradients
 * @throws VisionModelError where a model cannot be loaded
 */
export async function openExtractingReader(
  runtime: OnnxRuntime,
  imageEncoder?: string,
): Promise<ExtractingReader> {
  return new ExtractingReader({
    quality: new QualityExtractor(),
    colour: new ColourExtractor(),
    composition: new CompositionExtractor(),
    faces: await FacesExtractor.open(runtime),
    lettering: await LetteringExtractor.open(runtime),
    embedder: await openEmbedder(runtime, imageEncoder),
  });
}

function openEmbedder(runtime: OnnxRuntime, imageEncoder?: string): Promise<ImageEmbedder> {
  if (imageEncoder === undefined) return Promise.resolve(new LayoutEmbedder());
  return OnnxImageEmbedder.open(runtime, { name: path.parse(imageEncoder).name, path: imageEncoder });
}
