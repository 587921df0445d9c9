import { sanitizeText } from '@keyart/common';
import type { PictureBox } from '@keyart/contracts';
import type { RawPixels } from '../decoded-picture';
import { floatsOf, floatTensor } from '../onnx/onnx-feeds';
import type { OnnxRuntime } from '../onnx/onnx-runtime';
import type { OnnxSession } from '../onnx/onnx-session';
import { readModelFile } from '../onnx/read-model-file';
import { bgrPlanes } from './bgr-planes';
import { cropLine } from './crop-line';
import { ctcDecode, type ReadText } from './ctc-decode';
import {
  LINE_HEIGHT_PX,
  LINE_STEP_PX,
  TEXT_RECOGNISER,
  TEXT_RECOGNISER_INPUT,
  TEXT_RECOGNISER_KEYS,
  TEXT_RECOGNISER_OUTPUT,
} from './text-recogniser.file';

/** To [-1, 1]. */
const SCALE = { means: [0.5, 0.5, 0.5], deviations: [0.5, 0.5, 0.5] } as const;
const MOST_TEXT_LENGTH = 120;

/** Reads lines of Latin (or Chinese) script. */
export class LineReader {
  /** @param symbols the blank first */
  private constructor(
    private readonly session: OnnxSession,
    private readonly symbols: readonly string[],
  ) {}

  /** @throws VisionModelError of a file that cannot be loaded */
  static async open(runtime: OnnxRuntime): Promise<LineReader> {
    const [session, keys] = await Promise.all([
      runtime.open(TEXT_RECOGNISER),
      readModelFile(TEXT_RECOGNISER_KEYS),
    ]);
    return new LineReader(session, ['', ...keys.toString('utf8').trimEnd().split('\n'), ' ']);
  }

  /** @returns a text that is safe to show and to hand on, perhaps empty */
  async read(picture: RawPixels, box: PictureBox): Promise<ReadText> {
    const line = await cropLine(picture, box, LINE_HEIGHT_PX);
    const outputs = await this.session.run(() => {
      const { data, widthPx, heightPx } = bgrPlanes(line, SCALE, LINE_STEP_PX);
      return { [TEXT_RECOGNISER_INPUT]: floatTensor(data, [1, 3, heightPx, widthPx]) };
    });
    const { text, confidence } = ctcDecode(floatsOf(outputs, TEXT_RECOGNISER_OUTPUT), this.symbols);
    return { text: sanitizeText(text, MOST_TEXT_LENGTH), confidence };
  }
}
