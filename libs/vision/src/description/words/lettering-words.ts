import type { LetteringBox, LetteringFeatures } from '@keyart/contracts';
import { centreOf, placeWords } from './place-words';

const LARGE_AREA = 0.08;
/** A reading less sure is not compared with the title's name. */
const LEAST_TEXT_CONFIDENCE = 0.6;

/**
 * Lettering of a picture as a phrase: `the title in large letters at the bottom`, `lettering at the top`, `no lettering`. What it says is
 * never quoted: words painted into a picture would otherwise speak to the model that reads the description.
 * @param titleName to tell the title from other lettering
 */
export function letteringWords({ lines, areaFraction }: LetteringFeatures, titleName: string): string {
  if (lines.length === 0) return 'no lettering';
  const largest = lines.reduce((a, b) => (areaOf(b) > areaOf(a) ? b : a));
  const what = lines.some((line) => isTitle(line, titleName)) ? 'the title' : 'lettering';
  const size =
    areaFraction >= LARGE_AREA ? (what === 'lettering' ? ' in large type' : ' in large letters') : '';
  return `${what}${size} ${placeWords(centreOf(largest.box))}`;
}

function areaOf({ box }: LetteringBox): number {
  return box.width * box.height;
}

/** Whether a line is a good part of the title's name: detectors break a title into lines. */
function isTitle({ text, textConfidence }: LetteringBox, titleName: string): boolean {
  const read = lettersOf(text ?? '');
  const name = lettersOf(titleName);
  const isSure = (textConfidence ?? 0) >= LEAST_TEXT_CONFIDENCE && read.length >= Math.min(4, name.length);
  return isSure && read.length > 0 && (name.includes(read) || read.includes(name));
}

function lettersOf(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
