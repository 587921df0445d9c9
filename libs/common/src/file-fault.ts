/** Something wrong in a JSON file. */
export interface FileFault {
  /** Index and field, e.g. `titles[3].artworks[1].sha256`; empty: the file as a whole. */
  readonly place: string;
  readonly detail: string;
}

/** A fault in words, as people are shown it. */
export function describeFault({ place, detail }: FileFault): string {
  return place === '' ? detail : `${place}: ${detail}`;
}
