import type { PictureBox } from '@keyart/contracts';
import type { RawPixels } from '../decoded-picture';
import { floatsOf, floatTensor, type OnnxOutputs } from '../onnx/onnx-feeds';
import type { OnnxRuntime } from '../onnx/onnx-runtime';
import type { OnnxSession } from '../onnx/onnx-session';
import { readModelFile } from '../onnx/read-model-file';
import { ctcDecode, type LineReading } from './ctc-decode';
import { lineCrop } from './line-crop';
import {
  TEXT_RECOGNITION,
  TEXT_RECOGNITION_HEIGHT_PX,
  TEXT_RECOGNITION_INPUT,
  TEXT_RECOGNITION_KEYS,
  TEXT_RECOGNITION_OUTPUT,
} from './text-recognition.file';

/** Lines read in one run; more of them only wait for the longest. */
const BATCH_COUNT = 6;

/** Reads lines of lettering: PP-OCRv4. */
export class TextRecogniser {
  private constructor(
    private readonly session: OnnxSession,
    private readonly characters: readonly string[],
  ) {}

  /** @throws VisionModelError of a model that cannot be loaded */
  static async open(runtime: OnnxRuntime): Promise<TextRecogniser> {
    const [session, keys] = await Promise.all([
      runtime.open(TEXT_RECOGNITION),
      readModelFile(TEXT_RECOGNITION_KEYS),
    ]);
    return new TextRecogniser(session, ['', ...keys.bytes.toString('utf8').split('\n'), ' ']);
  }

  /** Aligned with the boxes. */
  async read(picture: RawPixels, boxes: readonly PictureBox[]): Promise<LineReading[]> {
    const crops = await Promise.all(boxes.map((box) => lineCrop(picture, box)));
    const byLength = crops.map((_, i) => i).sort((one, other) => crops[one].widthPx - crops[other].widthPx);
    const readings: LineReading[] = [];
    for (let from = 0; from < byLength.length; from += BATCH_COUNT) {
      const batch = byLength.slice(from, from + BATCH_COUNT);
      const read = await this.readBatch(batch.map((i) => crops[i]));
      batch.forEach((index, i) => (readings[index] = read[i]));
    }
    return readings;
  }

  private async readBatch(crops: readonly RawPixels[]): Promise<LineReading[]> {
    const length = Math.max(...crops.map(({ widthPx }) => widthPx));
    const shape = [crops.length, 3, TEXT_RECOGNITION_HEIGHT_PX, length];
    const outputs = await this.session.run(() => ({
      [TEXT_RECOGNITION_INPUT]: floatTensor(planesOf(crops, length), shape),
    }));
    return this.readingsOf(outputs, crops.length);
  }

  private readingsOf(outputs: OnnxOutputs, lineCount: number): LineReading[] {
    const all = floatsOf(outputs, TEXT_RECOGNITION_OUTPUT);
    const lineLength = all.length / lineCount;
    const stepCount = lineLength / this.characters.length;
    return Array.from({ length: lineCount }, (_, i) => {
      const probabilities = all.subarray(i * lineLength, (i + 1) * lineLength);
      return ctcDecode({ stepCount, probabilities }, this.characters);
    });
  }
}

/** `[lines, 3, height, length]`: blue, green, red, each in [-1, 1]; beyond the line 0. */
function planesOf(crops: readonly RawPixels[], length: number): Float32Array {
  const planes = new Float32Array(crops.length * 3 * TEXT_RECOGNITION_HEIGHT_PX * length);
  let row = 0;
  for (const { widthPx, heightPx, data } of crops) {
    for (let plane = 0; plane < 3; plane++) {
      for (let y = 0; y < heightPx; y++, row++) {
        const from = 3 * y * widthPx + 2 - plane;
        for (let x = 0; x < widthPx; x++) planes[row * length + x] = data[from + 3 * x] / 127.5 - 1;
      }
    }
  }
  return planes;
}
