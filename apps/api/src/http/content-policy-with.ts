import { createHash } from 'node:crypto';
import { CONTENT_POLICY } from './html-answer';

/**
 * The content policy of a page that runs exactly this script and no other: the browser compares the hash of what stands between the tags
 * (CSP level 3, §2.3.1). Data in `<script type="application/json">` is no script and needs no leave.
 * @param script to the letter what stands between the tags
 */
export function contentPolicyWith(script: string): string {
  const hash = createHash('sha256').update(script).digest('base64');
  return `${CONTENT_POLICY}; script-src 'sha256-${hash}'`;
}
