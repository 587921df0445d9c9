import { contentHash } from '@keyart/common';

/** A UUID as a function of its name, so that the same choices are drawn in every run. */
export function uuidOf(name: string): string {
  return contentHash(name, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
