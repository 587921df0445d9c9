import { floatsOf, floatTensor } from '../onnx/onnx-feeds';
import type { OnnxSession } from '../onnx/onnx-session';
import { O_NET_CROP_LENGTH, O_NET_INPUT, O_NET_SIZE_PX, oNetShape } from './o-net.file';
import type { PicturePyramid } from './picture-pyramid';
import { sampleSquare } from './sample-square';
import type { SquareView } from './square-view';

/** What the network says of one view. */
export interface FaceOpinion {
  /** That the view is a face, in [0, 1]. */
  readonly probability: number;
  /** From the sides of the view to those of the face, by the side of the view; in the view's own turn and mirroring. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Judges close crops. */
export class ONet {
  /** @param session of `O_NET` */
  constructor(private readonly session: OnnxSession) {}

  /** One opinion a view, in one run. */
  async judge(pyramid: PicturePyramid, views: readonly SquareView[]): Promise<FaceOpinion[]> {
    if (views.length === 0) return [];
    const outputs = await this.session.run(() => {
      const data = new Float32Array(views.length * O_NET_CROP_LENGTH);
      const to = { data, sizePx: O_NET_SIZE_PX, order: 'columns' } as const;
      views.forEach((view, i) => sampleSquare(pyramid, view, { ...to, offset: i * O_NET_CROP_LENGTH }));
      return { [O_NET_INPUT]: floatTensor(data, oNetShape(views.length)) };
    });
    const probabilities = floatsOf(outputs, 'softmax_2');
    const shifts = floatsOf(outputs, 'dense_5');
    return views.map((_, i) => {
      const [left, top, right, bottom] = shifts.subarray(4 * i, 4 * i + 4);
      return { probability: probabilities[2 * i + 1], left, top, right, bottom };
    });
  }
}
