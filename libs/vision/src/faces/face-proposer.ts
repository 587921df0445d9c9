import { floatTensor } from '../onnx/onnx-feeds';
import type { OnnxSession } from '../onnx/onnx-session';
import { BLAZE_FACE_INPUT, BLAZE_FACE_SHAPE, BLAZE_FACE_SIZE_PX } from './blaze-face.file';
import { decodeBlazeFace } from './decode-blaze-face';
import type { FaceCandidate } from './face-candidate';
import { mergeCandidates } from './merge-candidates';
import type { PicturePyramid } from './picture-pyramid';
import { sampleSquare } from './sample-square';
import { scanningViews } from './scanning-views';
import type { SquareView } from './square-view';

/** Low, for each proposal is looked at once more: drawn faces that are found in the end start at .2, photographed ones at .7. */
const LEAST_SCORE = 0.15;
/** Of the picture's; smaller ones are not told apart from specks. */
const LEAST_HEIGHT_FRACTION = 0.045;
/** Best ones kept, so that a picture full of ornament costs no more than a crowd. */
const MOST_CANDIDATES = 24;

/** Finds places that may be faces: BlazeFace over the whole picture and over tiles of it. */
export class FaceProposer {
  /** @param session of `BLAZE_FACE` */
  constructor(private readonly session: OnnxSession) {}

  /** Best first, no two of the same place. */
  async propose(pyramid: PicturePyramid): Promise<FaceCandidate[]> {
    const found: FaceCandidate[] = [];
    for (const view of scanningViews(pyramid.base)) found.push(...(await this.look(pyramid, view)));
    const leastHeight = pyramid.base.heightPx * LEAST_HEIGHT_FRACTION;
    const large = found.filter(({ height }) => height >= leastHeight);
    return mergeCandidates(large).slice(0, MOST_CANDIDATES);
  }

  private async look(pyramid: PicturePyramid, view: SquareView): Promise<FaceCandidate[]> {
    const outputs = await this.session.run(() => {
      const data = new Float32Array(BLAZE_FACE_SIZE_PX ** 2 * 3);
      sampleSquare(pyramid, view, { data, offset: 0, sizePx: BLAZE_FACE_SIZE_PX, order: 'rows' });
      return { [BLAZE_FACE_INPUT]: floatTensor(data, BLAZE_FACE_SHAPE) };
    });
    return decodeBlazeFace(outputs, { view, leastScore: LEAST_SCORE });
  }
}
