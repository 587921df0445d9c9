import type { FrameCrop, PictureBox, VideoFrame, VideoProbe } from '@keyart/contracts';
import { clockOf } from './clock-of';

/** Size of a card: the picture, and two lines below it. */
export const [CARD_WIDTH_PX, CARD_HEIGHT_PX, PICTURE_HEIGHT_PX] = [331, 234, 186];

const CROP_COLOURS: Readonly<Record<FrameCrop['aspect'], string>> = {
  '2:3': '#ffb000',
  '16:9': '#4cc3ff',
  '1:1': '#7be07b',
};
const FACE_COLOUR = '#ff5ea0';
const [GOOD, BAD, TEXT] = ['#7be07b', '#ff7a6b', '#d7dae0'];

/** What lies over and under a frame's picture: crops, faces, rank, score and faults. @returns SVG */
export function drawCard(
  frame: VideoFrame,
  { widthPx, heightPx }: Pick<VideoProbe, 'widthPx' | 'heightPx'>,
): string {
  const place = placeOf(widthPx / heightPx);
  const crops = frame.crops.map((crop) => outline(place(crop.box), CROP_COLOURS[crop.aspect], 2)).join('');
  const faces = frame.faces.map((face) => outline(place(face), FACE_COLOUR, 2)).join('');
  const { quality, representativeness, engagement } = frame.parts;
  const state = frame.rank !== null ? `#${frame.rank}` : frame.faults.join(', ') || 'not among the best';
  const parts = `quality ${quality.toFixed(2)} · typical ${representativeness.toFixed(2)} · engaging ${engagement.toFixed(2)}`;
  const aspects = frame.crops.map(
    ({ aspect }, index) =>
      `<tspan dx="${index > 0 ? 7 : 0}" fill="${CROP_COLOURS[aspect]}">${aspect}</tspan>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH_PX}" height="${CARD_HEIGHT_PX}" font-family="sans-serif">
    ${crops}${faces}
    <text x="0" y="${PICTURE_HEIGHT_PX + 18}" font-size="14" font-weight="bold" fill="${frame.rank !== null ? GOOD : BAD}">${state}</text>
    <text x="${CARD_WIDTH_PX}" y="${PICTURE_HEIGHT_PX + 18}" font-size="13" text-anchor="end" fill="${TEXT}">${clockOf(frame.atMs)} · shot ${frame.shot} · scene ${frame.scene}</text>
    <text x="0" y="${PICTURE_HEIGHT_PX + 38}" font-size="12" fill="${TEXT}">${parts}</text>
    <text x="${CARD_WIDTH_PX}" y="${PICTURE_HEIGHT_PX + 38}" font-size="12" text-anchor="end">${aspects.join('')}</text>
  </svg>`;
}

/** Where a box of the frame lies on the card, whose picture is shown whole. */
function placeOf(ratio: number): (box: PictureBox) => PictureBox {
  const width = Math.min(CARD_WIDTH_PX, PICTURE_HEIGHT_PX * ratio);
  const height = width / ratio;
  const [left, top] = [(CARD_WIDTH_PX - width) / 2, (PICTURE_HEIGHT_PX - height) / 2];
  return (box) => ({
    x: left + box.x * width,
    y: top + box.y * height,
    width: box.width * width,
    height: box.height * height,
  });
}

function outline({ x, y, width, height }: PictureBox, colour: string, strokePx: number): string {
  const inset = strokePx / 2;
  return `<rect x="${(x + inset).toFixed(1)}" y="${(y + inset).toFixed(1)}" width="${Math.max(0, width - strokePx).toFixed(1)}" height="${Math.max(0, height - strokePx).toFixed(1)}" fill="none" stroke="${colour}" stroke-width="${strokePx}"/>`;
}
