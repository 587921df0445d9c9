import type { DecodedPicture, RawPixels } from '../decoded-picture';
import { floatsOf, floatTensor } from '../onnx/onnx-feeds';
import type { OnnxRuntime } from '../onnx/onnx-runtime';
import type { OnnxSession } from '../onnx/onnx-session';
import { TEXT_DETECTION, TEXT_DETECTION_INPUT, TEXT_DETECTION_OUTPUT } from './text-detection.file';
import { textRegions, type TextRegion } from './text-regions';

/** Longest side that is looked at; 640 px finds a little more small print for one and a half times the time. */
const LOOK_SIZE_PX = 512;
/** Sides of the input are multiples of this. */
const STRIDE_PX = 32;
/** Of ImageNet, applied to blue, green, red in this order, as PaddleOCR was trained. */
const MEANS = [0.485, 0.456, 0.406];
const DEVIATIONS = [0.229, 0.224, 0.225];

/** Finds lettering: PP-OCRv4. */
export class TextDetector {
  private constructor(private readonly session: OnnxSession) {}

  /** @throws VisionModelError of a model that cannot be loaded */
  static async open(runtime: OnnxRuntime): Promise<TextDetector> {
    return new TextDetector(await runtime.open(TEXT_DETECTION));
  }

  /** From the top. */
  async detect(picture: DecodedPicture): Promise<TextRegion[]> {
    const pixels = await picture.rgb(LOOK_SIZE_PX);
    const width = roundedUp(pixels.widthPx);
    const height = roundedUp(pixels.heightPx);
    const outputs = await this.session.run(() => ({
      [TEXT_DETECTION_INPUT]: floatTensor(planesOf(pixels, width, height), [1, 3, height, width]),
    }));
    return textRegions({ width, height, data: floatsOf(outputs, TEXT_DETECTION_OUTPUT) }, pixels);
  }
}

function roundedUp(lengthPx: number): number {
  return Math.ceil(lengthPx / STRIDE_PX) * STRIDE_PX;
}

/** `[3, height, width]`; what is beyond the picture is 0, the mean colour. */
function planesOf({ widthPx, heightPx, data }: RawPixels, width: number, height: number): Float32Array {
  const planes = new Float32Array(3 * width * height);
  for (let plane = 0; plane < 3; plane++) {
    const channel = 2 - plane;
    const scale = 1 / (255 * DEVIATIONS[plane]);
    const shift = MEANS[plane] / DEVIATIONS[plane];
    for (let y = 0; y < heightPx; y++) {
      let to = (plane * height + y) * width;
      let from = 3 * y * widthPx + channel;
      for (let x = 0; x < widthPx; x++, from += 3) planes[to++] = data[from] * scale - shift;
    }
  }
  return planes;
}
