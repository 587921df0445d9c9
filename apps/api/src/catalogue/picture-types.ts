/** Media types of pictures that are taken in, and given out as they came. */
export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/avif'];
