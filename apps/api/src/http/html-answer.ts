/** Content type of pages. */
export const HTML = 'text/html; charset=utf-8';

/** Pages load nothing but pictures of this service, run no script and stand in nobody's frame. */
export const CONTENT_POLICY =
  "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
