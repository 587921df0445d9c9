/** What no answer may tell: places in the code or on the disk, SQL, stacks, keys, hashes of keys. */
export const LEAKS =
  /\bat (?:Object|async|new|Module)\b|node_modules|\/(?:home|root|tmp|usr)\/|\.ts:\d|\bSELECT\b|\bINSERT\b|postgres(?:ql)?:|test-key-/;
