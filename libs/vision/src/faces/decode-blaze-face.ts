import { floatsOf, type OnnxOutputs } from '../onnx/onnx-feeds';
import { BLAZE_FACE_SIZE_PX } from './blaze-face.file';
import type { FaceCandidate } from './face-candidate';
import type { SquareView } from './square-view';

/** Numbers of one anchor: centre and size of the box, then six points: right eye, left eye, nose, mouth, ears. */
const ANCHOR_LENGTH = 16;

/** A grid of cells, each with anchors at its centre: 16 · 16 · 2 + 8 · 8 · 6 = 896 in all, row by row. */
interface AnchorLayer {
  readonly cellCount: number;
  readonly anchorsPerCell: number;
  /** `[1, anchors, 1]`, logits. */
  readonly scores: string;
  /** `[1, anchors, 16]`, pixels of the input from the anchor. */
  readonly boxes: string;
}

const LAYERS: readonly AnchorLayer[] = [
  { cellCount: 16, anchorsPerCell: 2, scores: 'Identity:0', boxes: 'Identity_2:0' },
  { cellCount: 8, anchorsPerCell: 6, scores: 'Identity_1:0', boxes: 'Identity_3:0' },
];

/** What to keep, and where it lies. */
export interface DecodeOptions {
  /** Upright and not mirrored. */
  readonly view: SquareView;
  /** In (0, 1). */
  readonly leastScore: number;
}

/** The anchors that claim to see a face, in pixels of the working copy; many of them see the same one. */
export function decodeBlazeFace(outputs: OnnxOutputs, options: DecodeOptions): FaceCandidate[] {
  return LAYERS.flatMap((layer) => decodeLayer(layer, outputs, options));
}

function decodeLayer(
  layer: AnchorLayer,
  outputs: OnnxOutputs,
  { view, leastScore }: DecodeOptions,
): FaceCandidate[] {
  const logits = floatsOf(outputs, layer.scores);
  const boxes = floatsOf(outputs, layer.boxes);
  const leastLogit = Math.log(leastScore / (1 - leastScore));
  const found: FaceCandidate[] = [];
  for (let i = 0; i < logits.length; i++) {
    if (logits[i] < leastLogit) continue;
    const numbers = boxes.subarray(i * ANCHOR_LENGTH, (i + 1) * ANCHOR_LENGTH);
    found.push(candidateAt(anchorOf(layer, i), { numbers, score: 1 / (1 + Math.exp(-logits[i])), view }));
  }
  return found;
}

/** Centre of an anchor's cell, fractions of the input. */
function anchorOf({ cellCount, anchorsPerCell }: AnchorLayer, index: number): [x: number, y: number] {
  const cell = Math.floor(index / anchorsPerCell);
  return [((cell % cellCount) + 0.5) / cellCount, (Math.floor(cell / cellCount) + 0.5) / cellCount];
}

function candidateAt(
  [anchorX, anchorY]: [x: number, y: number],
  { numbers, score, view }: { numbers: Float32Array; score: number; view: SquareView },
): FaceCandidate {
  const [x, y, width, height, rightEyeX, rightEyeY, leftEyeX, leftEyeY] = numbers;
  const scale = view.sidePx / BLAZE_FACE_SIZE_PX;
  return {
    centreX: view.centreX + (anchorX - 0.5) * view.sidePx + x * scale,
    centreY: view.centreY + (anchorY - 0.5) * view.sidePx + y * scale,
    width: width * scale,
    height: height * scale,
    score,
    // The right eye of a face that looks at us is on the left.
    eyesX: (leftEyeX - rightEyeX) * scale,
    eyesY: (leftEyeY - rightEyeY) * scale,
  };
}
