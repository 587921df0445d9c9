import path from 'node:path';
import { locateModelFiles, projectRoot, type Configuration } from '@keyart/common';
import { ColourExtractor } from '../colour/colour.extractor';
import { CompositionExtractor } from '../composition/composition.extractor';
import { openPictureDescriber } from '../description/open-picture-describer';
import { LayoutEmbedder } from '../embedding/layout.embedder';
import { FacesExtractor } from '../faces/faces.extractor';
import { LetteringExtractor } from '../lettering/lettering.extractor';
import { OnnxRuntime } from '../onnx/onnx-runtime';
import { QualityExtractor } from '../quality/quality.extractor';
import { MiniLmEmbedder } from '../text/mini-lm.embedder';
import { MINI_LM_ID } from '../text/mini-lm.file';
import type { TextEmbedder } from '../text-embedder';
import type { Vision } from '../vision';
import { ExtractingReader } from './extracting-reader';
import { textLikeness } from './text-likeness';

const NO_TEXT_MODEL =
  'the text model: facets come from the picture and its title alone, and scenes are not compared with synopses';

/** What of the configuration seeing depends on. */
export type VisionConfiguration = Pick<
  Configuration,
  'MODEL_FILES' | 'CAPTIONER_URL' | 'CAPTIONER_MODEL' | 'CAPTIONER_API_KEY'
>;

/**
 * Opens all extractors and models, loaded, checked and warmed; one a process is enough.
 * @throws VisionModelError where a model that comes with the packages cannot be loaded
 */
export async function openVision(configuration: VisionConfiguration): Promise<Vision> {
  const runtime = new OnnxRuntime();
  const embedder = await openTextEmbedder(runtime, configuration);
  const reader = new ExtractingReader({
    quality: new QualityExtractor(),
    colour: new ColourExtractor(),
    composition: new CompositionExtractor(),
    faces: await FacesExtractor.open(runtime),
    lettering: await LetteringExtractor.open(runtime),
    embedder: new LayoutEmbedder(),
  });
  return {
    reader,
    describer: openPictureDescriber(configuration, embedder),
    likeness: (one, other) => (embedder ? textLikeness(embedder, one, other) : Promise.resolve(null)),
    missing: embedder ? [] : [NO_TEXT_MODEL],
    close: () => runtime.close(),
  };
}

/** null: its file is not on this machine. */
async function openTextEmbedder(
  runtime: OnnxRuntime,
  { MODEL_FILES }: VisionConfiguration,
): Promise<TextEmbedder | null> {
  const files = await locateModelFiles(path.join(projectRoot(), 'models', 'manifest.json'), MODEL_FILES);
  const file = files.find(({ id }) => id === MINI_LM_ID);
  return file && file.path !== null ? new MiniLmEmbedder(runtime, { ...file, path: file.path }) : null;
}
