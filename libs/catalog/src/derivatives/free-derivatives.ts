import { ASPECTS } from '@keyart/contracts';
import type { DerivativeRequest } from './derivative-request';

/**
 * Widths that anybody may ask for, device pixels. They bound what one picture can make the service compute and keep; the
 * common widths of pages at one, two and three device pixels to a pixel are among them.
 */
export const FREE_WIDTHS_PX: readonly number[] = [
  160, 240, 320, 400, 480, 640, 720, 800, 960, 1200, 1280, 1440, 1600, 1920,
];

/** Whether anybody may ask for that width, signature or not. */
export function isFreeWidth(widthPx: number): boolean {
  return FREE_WIDTHS_PX.includes(widthPx);
}

/** Whether anybody may ask for that aspect: the uncut picture, or an aspect of pages' slots. */
export function isFreeAspect(aspect: DerivativeRequest['aspect']): boolean {
  return aspect === null || (ASPECTS as readonly string[]).includes(aspect);
}
