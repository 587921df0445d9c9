/**
 * Hashes at most so far apart belong to one picture saved twice.
 *
 * Measured on the 84 fixture pictures: JPEG at quality 20 and 50, WebP at 40, half size, 200 px and grey copies are at most 4 apart, 84 of
 * 84 each; 15% brighter ones 82 of 84; with 1% cut off each side 74, 2% 39, 3% 10, 5% 2 of 84. Of the 3,486 pairs of different
 * pictures none is: one shot with and without lettering is 6 apart and two frames of one shot 8, which editors may both want;
 * then nothing up to 18, and a median of 32, as for independent bits.
 */
export const NEAR_DUPLICATE_DISTANCE = 4;
