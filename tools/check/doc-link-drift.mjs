import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../bootstrap/paths.mjs';

const SKIPPED = new Set(['node_modules', 'dist', 'generated', 'coverage', 'out']);
const LINK = /!?\[[^\]]*\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)|<(?:img|a)\b[^>]*\b(?:src|href)="([^"]+)"/g;
const ELSEWHERE = /^([a-z][a-z0-9+.-]*:|#|\/)/i;
const CODE = /^(```|~~~)[\s\S]*?^\1|`[^`\n]*`/gm;

/** @param {string} folder @returns {string[]} */
function documentsBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.') || SKIPPED.has(entry.name)) return [];
    const file = path.join(folder, entry.name);
    return entry.isDirectory() ? documentsBelow(file) : entry.name.endsWith('.md') ? [file] : [];
  });
}

/** @param {string} text of a Markdown document @returns {string[]} its links to files */
export function fileLinks(text) {
  const links = [...text.replace(CODE, '').matchAll(LINK)].map(([, markdown, html]) => markdown ?? html);
  return links.filter((link) => !ELSEWHERE.test(link)).map((link) => decodeURI(link.replace(/[?#].*$/, '')));
}

/** @param {string} [folder] @returns {string[]} links of the documents to files that are not there */
export function docLinkDrift(folder = ROOT) {
  return documentsBelow(folder).flatMap((document) =>
    fileLinks(readFileSync(document, 'utf8'))
      .filter((link) => !existsSync(path.resolve(path.dirname(document), link)))
      .map((link) => `${path.relative(folder, document)}: there is no ${link}`),
  );
}
