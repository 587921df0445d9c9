import { writeTinyOnnx } from './tiny-onnx.factory';

/** For tests: path of an image encoder whose vector is the mean of each channel, beside a feature map that is no vector. */
export function meanColourEncoder(sizePx: number | string): string {
  return writeTinyOnnx({
    nodes: [
      { operator: 'GlobalAveragePool', inputs: ['pixels'], outputs: ['last_hidden_state'] },
      { operator: 'Flatten', inputs: ['last_hidden_state'], outputs: ['image_embeds'] },
    ],
    inputs: { pixels: ['batch', 3, sizePx, sizePx] },
    outputs: { last_hidden_state: ['batch', 3, 1, 1], image_embeds: ['batch', 3] },
  });
}
