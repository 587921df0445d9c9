/** A file that is odd or means harm. */
export interface HostilePicture {
  readonly name: string;
  /** What the sender says it is. */
  readonly declaredType: string;
  make(): Buffer | Promise<Buffer>;
  /** `accepted`, a code of the catalogue's errors, or the kind of problem where the file is not even looked at. */
  readonly expected: string;
}

/** What came of it, in the words of `expected`. */
export type Outcome = string;

/** A case; declared as the type it is made of unless said otherwise. */
export function hostile(
  name: string,
  expected: string,
  make: HostilePicture['make'],
): Omit<HostilePicture, 'declaredType'> {
  return { name, expected, make };
}
