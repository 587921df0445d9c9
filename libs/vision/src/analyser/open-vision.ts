import path from 'node:path';
import { locateModelFiles, projectRoot, type Configuration, type ModelFile } from '@keyart/common';
import { openPictureDescriber } from '../description/open-picture-describer';
import { OnnxRuntime } from '../onnx/onnx-runtime';
import { MiniLmEmbedder } from '../text/mini-lm.embedder';
import { MINI_LM_ID, miniLmVersion } from '../text/mini-lm.file';
import type { TextEmbedder } from '../text-embedder';
import { ThreadedReader } from '../threads/threaded.reader';
import type { Vision } from '../vision';
import { textLikeness } from './text-likeness';

const NO_TEXT_MODEL =
  'the text model: facets come from the picture and its title alone, and scenes are not compared with synopses';

/** What of the configuration seeing depends on. */
export type VisionConfiguration = Pick<
  Configuration,
  'MODEL_FILES' | 'IMAGE_ENCODER' | 'CAPTIONER_URL' | 'CAPTIONER_MODEL' | 'CAPTIONER_API_KEY'
>;

/**
 * Opens all extractors and models, loaded, checked and warmed: pictures are read in threads, words beside them. One a process is enough.
 * @throws VisionModelError where a model that comes with the packages cannot be loaded
 */
export async function openVision(configuration: VisionConfiguration): Promise<Vision> {
  const runtime = new OnnxRuntime();
  const embedder = await openTextEmbedder(runtime, configuration);
  const reader = await ThreadedReader.open({ imageEncoder: configuration.IMAGE_ENCODER });
  return {
    reader,
    describer: openPictureDescriber(configuration, embedder),
    embedder,
    likeness: (one, other) => (embedder ? textLikeness(embedder, one, other) : Promise.resolve(null)),
    missing: embedder ? [] : [NO_TEXT_MODEL],
    close: async () => {
      await reader.close();
      await runtime.close();
    },
  };
}

/** The sentence embedder; null: its file is not on this machine. */
export async function openTextEmbedder(
  runtime: OnnxRuntime,
  configuration: Pick<Configuration, 'MODEL_FILES'>,
): Promise<TextEmbedder | null> {
  const file = await textModelFile(configuration);
  return file && file.path !== null ? new MiniLmEmbedder(runtime, { ...file, path: file.path }) : null;
}

/** `model` of the sentence embedder that the manifest names, whether its file is here or not; null: it names none. */
export async function textModelVersion(): Promise<string | null> {
  const file = await textModelFile({});
  return file ? miniLmVersion(file) : null;
}

async function textModelFile({
  MODEL_FILES,
}: Pick<Configuration, 'MODEL_FILES'>): Promise<ModelFile | undefined> {
  const files = await locateModelFiles(path.join(projectRoot(), 'models', 'manifest.json'), MODEL_FILES);
  return files.find(({ id }) => id === MINI_LM_ID);
}
