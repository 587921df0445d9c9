/** File formats a picture is delivered in. */
export const DERIVATIVE_FORMATS = ['avif', 'webp', 'jpeg'] as const;

/** One of the formats. */
export type DerivativeFormat = (typeof DERIVATIVE_FORMATS)[number];

/** An aspect that a picture may be cut to: two whole numbers, 1 to 99. */
export const CROP_ASPECT_PATTERN = /^([1-9]\d?):([1-9]\d?)$/;

/** Widest that may be asked for; pictures are never enlarged. */
export const MAX_DERIVATIVE_WIDTH_PX = 9999;

/** Most device pixels to a pixel of the page. */
export const MAX_DEVICE_PIXEL_RATIO = 3;

/** Signature of an address: 256 bits in base64url. */
export const DERIVATIVE_SIGNATURE_PATTERN = /^[A-Za-z0-9_-]{43}$/;
