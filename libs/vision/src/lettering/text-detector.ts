import type { RawPixels } from '../decoded-picture';
import { floatsOf, floatTensor } from '../onnx/onnx-feeds';
import type { OnnxSession } from '../onnx/onnx-session';
import { bgrPlanes } from './bgr-planes';
import type { TextMap } from './text-map';
import { TEXT_DETECTOR_INPUT, TEXT_DETECTOR_OUTPUT, TEXT_DETECTOR_STEP_PX } from './text-detector.file';

/** ImageNet's; PP-OCR lays the numbers of red, green, blue over blue, green, red. */
const SCALE = { means: [0.485, 0.456, 0.406], deviations: [0.229, 0.224, 0.225] } as const;

/** Says of each pixel whether it is text. */
export class TextDetector {
  /** @param session of `TEXT_DETECTOR` */
  constructor(private readonly session: OnnxSession) {}

  /** @returns a map of the picture's own size */
  async detect(pixels: RawPixels): Promise<TextMap> {
    const outputs = await this.session.run(() => {
      const { data, widthPx, heightPx } = bgrPlanes(pixels, SCALE, TEXT_DETECTOR_STEP_PX);
      return { [TEXT_DETECTOR_INPUT]: floatTensor(data, [1, 3, heightPx, widthPx]) };
    });
    const { widthPx, heightPx } = pixels;
    const filledWidthPx = outputs[TEXT_DETECTOR_OUTPUT].dims[3];
    const filled = floatsOf(outputs, TEXT_DETECTOR_OUTPUT);
    const probabilities = new Float32Array(widthPx * heightPx);
    for (let y = 0; y < heightPx; y++) {
      const from = y * filledWidthPx;
      probabilities.set(filled.subarray(from, from + widthPx), y * widthPx);
    }
    return { widthPx, heightPx, probabilities };
  }
}
