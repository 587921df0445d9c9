/** What speaks against showing a picture at all, on any surface; the values travel in decision records. */
export const PICTURE_FAULTS = ['too-small', 'blurred', 'blank'] as const;

/** One of the faults. */
export type PictureFault = (typeof PICTURE_FAULTS)[number];

/** One kind of evidence for how much of what a picture shows the title contains. */
export interface RepresentativenessPart {
  /** `cast`, `genre` or `scene`. */
  readonly about: string;
  /** In [0, 1]. */
  readonly fraction: number;
  /** Of this part in the whole, in (0, 1]; the weights of all parts sum to 1. */
  readonly weight: number;
  /** In plain words, for editors. */
  readonly detail: string;
}

/** How much of what a picture shows the title contains. */
export interface Representativeness {
  /** Weighted mean of the parts, in [0, 1]; null where nothing is known that could be compared. */
  readonly fraction: number | null;
  readonly parts: readonly RepresentativenessPart[];
}

/** Whether and where a picture may stand for its title; judged from its features, its description and the catalogue. */
export interface Suitability {
  /** Of the rules. */
  readonly version: string;
  readonly faults: readonly PictureFault[];
  /** ISO 15924 code of the script of lettering that no language was declared for, e.g. `Latn`; null: none, or not read. */
  readonly letteringScript: string | null;
  /** Whether the title's name can be read on the picture; null: no lettering, or not read. */
  readonly isTitleReadable: boolean | null;
  readonly representativeness: Representativeness;
  /** What an editor should look at; nothing is kept from viewers for it. */
  readonly notes: readonly string[];
}
