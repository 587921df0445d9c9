import { httpGet } from './http-request.mjs';

/** Simple repository API: PEP 691 (JSON) where the index speaks it, PEP 503 (HTML) else. */
const JSON_TYPE = 'application/vnd.pypi.simple.v1+json';
const ACCEPT = `${JSON_TYPE}, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.1`;
const ANCHOR = /<a\b[^>]*\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')[^>]*>([^<]*)<\/a>/gi;

/** @typedef {{fileName: string, url: URL, sha256: string | null}} IndexedFile */

/** @param {string} name @returns {string} PEP 503 */
const normalized = (name) => name.toLowerCase().replace(/[-_.]+/g, '-');

/** @param {string} href */
const unescaped = (href) => href.replaceAll('&amp;', '&');

/** Files of the index's own host are fetched with the index's credentials. @param {string} href @param {{page: string, index: URL}} seenFrom */
function fileUrl(href, { page, index }) {
  const url = new URL(href, page);
  if (url.host === index.host && !url.username) {
    url.username = index.username;
    url.password = index.password;
  }
  return url;
}

/** @param {string} html @param {{page: string, index: URL}} seenFrom @returns {IndexedFile[]} */
function fromHtml(html, seenFrom) {
  return [...html.matchAll(ANCHOR)].map(([, quoted, single, text]) => {
    const url = fileUrl(unescaped(quoted ?? single), seenFrom);
    const [, sha256 = null] = /^#sha256=([0-9a-f]{64})/i.exec(url.hash) ?? [];
    return { fileName: text.trim(), url, sha256 };
  });
}

/** @param {{files: {filename: string, url: string, hashes?: {sha256?: string}}[]}} page @param {{page: string, index: URL}} seenFrom @returns {IndexedFile[]} */
function fromJson({ files }, seenFrom) {
  return files.map((file) => {
    const url = fileUrl(file.url, seenFrom);
    return { fileName: file.filename, url, sha256: file.hashes?.sha256 ?? null };
  });
}

/** @param {URL} index @param {string} packageName @returns {Promise<IndexedFile[]>} */
async function filesOf(index, packageName) {
  const url = new URL(index);
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${normalized(packageName)}/`;
  const response = await httpGet(url, { headers: { accept: ACCEPT } });
  const seenFrom = { page: response.url, index };
  const isJson = response.headers.get('content-type')?.startsWith(JSON_TYPE);
  return isJson ? fromJson(await response.json(), seenFrom) : fromHtml(await response.text(), seenFrom);
}

/**
 * The wheel of a release.
 * @param {URL} index
 * @param {{package: string, version: string}} release
 * @returns {Promise<IndexedFile>}
 * @throws {Error} when the index has no wheel of it
 */
export async function findWheel(index, release) {
  const files = await filesOf(index, release.package);
  const found = files.find(({ fileName }) => {
    const [name, version] = fileName.split('-');
    return (
      fileName.endsWith('.whl') &&
      normalized(name) === normalized(release.package) &&
      version === release.version
    );
  });
  if (!found) throw new Error(`${index.host} has no wheel of ${release.package} ${release.version}`);
  return found;
}
