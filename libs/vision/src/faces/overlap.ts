import type { CentredBox } from './face-candidate';

/** Intersection over union, in [0, 1]. */
export function overlapFraction(one: CentredBox, other: CentredBox): number {
  const common = commonLength(across(one), across(other)) * commonLength(down(one), down(other));
  return common / (one.width * one.height + other.width * other.height - common);
}

/** Whether the centre of either lies in the other: one face, or a part taken for one. */
export function isNested(one: CentredBox, other: CentredBox): boolean {
  const distanceX = Math.abs(one.centreX - other.centreX);
  const distanceY = Math.abs(one.centreY - other.centreY);
  const isInside = (box: CentredBox) => distanceX < box.width / 2 && distanceY < box.height / 2;
  return isInside(one) || isInside(other);
}

type Range = readonly [from: number, to: number];

function across({ centreX, width }: CentredBox): Range {
  return [centreX - width / 2, centreX + width / 2];
}

function down({ centreY, height }: CentredBox): Range {
  return [centreY - height / 2, centreY + height / 2];
}

function commonLength([from, to]: Range, [otherFrom, otherTo]: Range): number {
  return Math.max(0, Math.min(to, otherTo) - Math.max(from, otherFrom));
}
