import { ProblemException } from '../problems/problem.exception';

/** No body of this service nests deeper than six; what walks a body by recursion must not run out of stack. */
const MAX_DEPTH = 32;
const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = Buffer.from('"\\[]{}');

/** @throws ProblemException 400 for JSON nested deeper than 32; looks at brackets alone, so the JSON may be none */
export function requireShallowJson(body: Buffer): void {
  let depth = 0;
  let isInText = false;
  for (let at = 0; at < body.length; at++) {
    const byte = body[at];
    if (isInText) {
      if (byte === BACKSLASH) at++;
      else if (byte === QUOTE) isInText = false;
    } else if (byte === QUOTE) isInText = true;
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) depth++;
    else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth--;
    if (depth > MAX_DEPTH)
      throw new ProblemException('malformed-json', `the body nests deeper than ${MAX_DEPTH} levels`);
  }
}
