import type { Vision } from '@keyart/vision';

const refuse = (): never => {
  throw new Error('this test looks at no pictures');
};

/** Vision for tests that look at no pictures; refuses to. */
export const NO_VISION: Vision = {
  reader: { versions: {}, read: refuse },
  describer: { describe: refuse },
  embedder: null,
  likeness: refuse,
  missing: [],
  close: () => Promise.resolve(),
};
