/** Minimum ages a title or picture may carry, youngest first. */
export const MATURITY_LEVELS = ['0', '7', '12', '16', '18'] as const;

/** A minimum age. */
export type Maturity = (typeof MATURITY_LEVELS)[number];

/** Width : height of a picture slot. */
export const ASPECTS = ['16:9', '2:3', '1:1', '4:3', '21:9'] as const;

/** One of the supported aspects. */
export type Aspect = (typeof ASPECTS)[number];

/** Kinds of device a page is drawn on. */
export const DEVICES = ['tv', 'web', 'mobile', 'tablet'] as const;

/** One of the supported device kinds. */
export type Device = (typeof DEVICES)[number];

/** Where the picture will be seen; part of the context a decision is made in. */
export interface Surface {
  readonly aspect: Aspect;
  /** BCP 47 language, e.g. `en` or `pt-BR`. */
  readonly locale: string;
  /** ISO 3166-1 alpha-2 country. */
  readonly region: string;
  readonly device: Device;
  /** Highest minimum age the viewer may see. */
  readonly maturity: Maturity;
}
