import { around, besideFraction, heightOf, widthOf, type TextBox } from './text-box';

/** Words of a line stand beside one another … */
const LEAST_BESIDE = 0.6;
/** … are about as high … */
const LEAST_HEIGHT_RATIO = 0.6;
/** … and no farther apart than this by their height. */
const MOST_GAP = 0.6;

/** Makes one box of those that stand in one line: words apart are one line, columns are not. */
export function joinLines(boxes: readonly TextBox[]): TextBox[] {
  const lines: TextBox[] = [];
  for (const box of [...boxes].sort((one, other) => one.left - other.left)) {
    const i = lines.findIndex((line) => isOneLine(line, box));
    if (i < 0) lines.push(box);
    else lines[i] = join(lines[i], box);
  }
  return lines;
}

function isOneLine(line: TextBox, box: TextBox): boolean {
  const [lower, higher] = [heightOf(line), heightOf(box)].sort((a, b) => a - b);
  const isNear = box.left - line.right <= MOST_GAP * higher;
  return isNear && lower / higher >= LEAST_HEIGHT_RATIO && besideFraction(line, box) >= LEAST_BESIDE;
}

/** The score is the mean by width. */
function join(line: TextBox, box: TextBox): TextBox {
  const [width, added] = [widthOf(line), widthOf(box)];
  return { ...around(line, box), score: (line.score * width + box.score * added) / (width + added) };
}
