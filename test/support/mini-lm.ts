import { MiniLmEmbedder, OnnxRuntime, type TextEmbedder } from '@keyart/vision';

/** The text model of the manifest at that path. */
export function openMiniLm(path: string): Promise<TextEmbedder> {
  const sha256 = '8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6';
  return Promise.resolve(new MiniLmEmbedder(new OnnxRuntime(), { id: 'minilm-l6-v2-int8', sha256, path }));
}
