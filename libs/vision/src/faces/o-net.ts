import { floatsOf, floatTensor, type OnnxOutputs } from '../onnx/onnx-feeds';
import type { OnnxSession } from '../onnx/onnx-session';
import { O_NET_CROP_LENGTH, O_NET_INPUT, O_NET_SIZE_PX, oNetShape } from './o-net.file';
import type { PicturePyramid } from './picture-pyramid';
import { sampleSquare } from './sample-square';
import type { SquareView } from './square-view';

const COLUMN_LENGTH = 3 * O_NET_SIZE_PX;

/** What the network says of one view. */
export interface FaceOpinion {
  /** That the view is a face, in [0, 1]. */
  readonly probability: number;
  /** From the sides of the view to those of the face, by the side of the view; in the view's own turn. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Judges close crops, each plain and mirrored: the mean of both opinions is steadier than either. */
export class ONet {
  /** @param session of `O_NET` */
  constructor(private readonly session: OnnxSession) {}

  /** One opinion a view, in one run. */
  async judge(pyramid: PicturePyramid, views: readonly SquareView[]): Promise<FaceOpinion[]> {
    if (views.length === 0) return [];
    const outputs = await this.session.run(() => {
      const data = new Float32Array(2 * views.length * O_NET_CROP_LENGTH);
      const to = { data, sizePx: O_NET_SIZE_PX, order: 'columns' } as const;
      views.forEach((view, i) => {
        sampleSquare(pyramid, view, { ...to, offset: 2 * i * O_NET_CROP_LENGTH });
        mirrorBehind(data, 2 * i * O_NET_CROP_LENGTH);
      });
      return { [O_NET_INPUT]: floatTensor(data, oNetShape(2 * views.length)) };
    });
    return views.map((_, i) => meanOpinion(opinionAt(outputs, 2 * i), opinionAt(outputs, 2 * i + 1)));
  }
}

/** Writes the mirror image of a crop behind it: its columns from the last to the first. */
function mirrorBehind(data: Float32Array, offset: number): void {
  for (let column = 0; column < O_NET_SIZE_PX; column++) {
    const from = offset + column * COLUMN_LENGTH;
    const to = offset + 2 * O_NET_CROP_LENGTH - (column + 1) * COLUMN_LENGTH;
    data.copyWithin(to, from, from + COLUMN_LENGTH);
  }
}

function opinionAt(outputs: OnnxOutputs, i: number): FaceOpinion {
  const [left, top, right, bottom] = floatsOf(outputs, 'dense_5').subarray(4 * i, 4 * i + 4);
  return { probability: floatsOf(outputs, 'softmax_2')[2 * i + 1], left, top, right, bottom };
}

/** The mirror image's left is the face's right. */
function meanOpinion(plain: FaceOpinion, mirrored: FaceOpinion): FaceOpinion {
  return {
    probability: (plain.probability + mirrored.probability) / 2,
    left: (plain.left - mirrored.right) / 2,
    right: (plain.right - mirrored.left) / 2,
    top: (plain.top + mirrored.top) / 2,
    bottom: (plain.bottom + mirrored.bottom) / 2,
  };
}
