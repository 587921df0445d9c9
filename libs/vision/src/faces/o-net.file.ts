import path from 'node:path';
import { projectRoot } from '@keyart/common';
import { floatTensor } from '../onnx/onnx-feeds';
import type { OnnxModelFile } from '../onnx/onnx-model-file';

/** Side of the input, pixels. */
export const O_NET_SIZE_PX = 48;
/** Name of the graph's input. */
export const O_NET_INPUT = 'input_3';
/** Numbers of one crop. */
export const O_NET_CROP_LENGTH = O_NET_SIZE_PX ** 2 * 3;

const USUAL_CROP_COUNT = 16;

/** `[N, x, y, RGB]`, each in [-1, 1]. */
export function oNetShape(cropCount: number): number[] {
  return [cropCount, O_NET_SIZE_PX, O_NET_SIZE_PX, 3];
}

/** The last network of MTCNN, see `models/mtcnn/README.md`. */
export const O_NET: OnnxModelFile = {
  name: 'O-Net',
  path: path.join(projectRoot(), 'models', 'mtcnn', 'onet.onnx'),
  sha256: 'd80f19b44f72e45dd2b7d01384d56994220f60d9417b2a7fbba9041ef1d75e52',
  warmUp: () => ({
    [O_NET_INPUT]: floatTensor(
      new Float32Array(USUAL_CROP_COUNT * O_NET_CROP_LENGTH),
      oNetShape(USUAL_CROP_COUNT),
    ),
  }),
};
