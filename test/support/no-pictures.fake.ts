import type { PictureStore } from '@keyart/catalog';

const refuse = (): never => {
  throw new Error('this test stores no pictures');
};

/** A picture store for tests without pictures; refuses to keep or find any. */
export const NO_PICTURES: PictureStore = { put: refuse, open: refuse, read: refuse, checkWritable: refuse };
