import type { PictureEmbedding } from '@keyart/contracts';
import type { DecodedPicture } from '../decoded-picture';
import type { ImageEmbedder } from '../embedding/image-embedder';
import { VisionModelError } from '../errors';
import { floatsOf, floatTensor } from '../onnx/onnx-feeds';
import type { OnnxPort } from '../onnx/onnx-port';
import type { OnnxRuntime } from '../onnx/onnx-runtime';
import type { OnnxSession } from '../onnx/onnx-session';
import { clipInput } from './clip-input';

/** Where a side of the input may have any length. */
const USUAL_SIZE_PX = 224;
/** Exporters' usual name of the projected vector; a graph without it is asked for its first output of one vector a picture. */
const VECTOR_NAMES = ['image_embeds', 'image_embeddings', 'image_features', 'embeddings'];

/** A CLIP-like image encoder on this machine. */
export interface ImageEncoderFile {
  /** What stored vectors are told apart by, with the file's hash. */
  readonly name: string;
  /** ONNX; float32 input `[N, 3, height, width]`, float32 output `[N, D]`. */
  readonly path: string;
  /** Hex, checked where given. */
  readonly sha256?: string;
}

interface Encoder {
  readonly session: OnnxSession;
  readonly input: OnnxPort;
  readonly output: OnnxPort;
  readonly sizePx: number;
}

/** Pictures as vectors of an image encoder that is given by path: CLIP, SigLIP with CLIP's scaling, and the like. */
export class OnnxImageEmbedder implements ImageEmbedder {
  readonly model: string;

  private constructor(
    private readonly encoder: Encoder,
    readonly dimensionCount: number,
  ) {
    const { name, sha256 } = encoder.session;
    this.model = `${name}@${sha256.slice(0, 12)}`;
  }

  /** @throws VisionModelError `VISION_MODEL_MISSING`, `VISION_MODEL_CORRUPT` also for a graph of another shape, `VISION_MODEL_FAILED` */
  static async open(runtime: OnnxRuntime, file: ImageEncoderFile): Promise<OnnxImageEmbedder> {
    const encoder = encoderOf(await runtime.open(file), file);
    const grey = new Float32Array(3 * encoder.sizePx ** 2);
    return new OnnxImageEmbedder(encoder, (await vectorOf(encoder, grey)).length);
  }

  async embed(picture: DecodedPicture): Promise<PictureEmbedding> {
    const vector = await vectorOf(this.encoder, await clipInput(picture.working, this.encoder.sizePx));
    const length = Math.hypot(...vector);
    if (!(length > 0 && length < Infinity))
      throw new VisionModelError(
        'VISION_MODEL_FAILED',
        `${this.model}: the picture's vector has no direction`,
      );
    return { model: this.model, values: Array.from(vector, (value) => value / length) };
  }
}

function encoderOf(session: OnnxSession, { name, path }: ImageEncoderFile): Encoder {
  const input = session.inputs.find(({ type, shape }) => type === 'float32' && shape.length === 4);
  const vectors = session.outputs.filter(({ type, shape }) => type === 'float32' && shape.length === 2);
  const output = vectors.find((port) => VECTOR_NAMES.includes(port.name)) ?? vectors[0];
  if (!input || !output || session.inputs.length > 1) {
    const wanted = 'one float32 input [N, 3, height, width] and a float32 output [N, D]';
    throw new VisionModelError('VISION_MODEL_CORRUPT', `${name}: ${path} has not ${wanted}`);
  }
  const side = input.shape[3];
  return { session, input, output, sizePx: typeof side === 'number' ? side : USUAL_SIZE_PX };
}

async function vectorOf({ session, input, output, sizePx }: Encoder, planes: Float32Array) {
  const outputs = await session.run(() => ({
    [input.name]: floatTensor(planes, [1, 3, sizePx, sizePx]),
  }));
  return floatsOf(outputs, output.name);
}
