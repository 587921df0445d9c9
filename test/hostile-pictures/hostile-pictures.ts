import { AVIF_CASES } from './cases/avif-cases';
import { JPEG_CASES } from './cases/jpeg-cases';
import { OTHER_CASES } from './cases/other-cases';
import { PNG_CASES } from './cases/png-cases';
import { WEBP_CASES } from './cases/webp-cases';
import type { HostilePicture } from './hostile-picture';

/** Every odd or hostile file; each is made in code, and the same every time. */
export const HOSTILE_PICTURES: readonly HostilePicture[] = [
  ...JPEG_CASES,
  ...PNG_CASES,
  ...WEBP_CASES,
  ...AVIF_CASES,
  ...OTHER_CASES,
];
