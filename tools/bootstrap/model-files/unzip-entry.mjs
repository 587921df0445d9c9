import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import yauzl from 'yauzl';

/** @param {string} archive @returns {Promise<import('yauzl').ZipFile>} */
function openArchive(archive) {
  return new Promise((resolve, reject) =>
    yauzl.open(archive, { lazyEntries: true, autoClose: false }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    ),
  );
}

/** @param {import('yauzl').ZipFile} zip @param {string} name @returns {Promise<import('yauzl').Entry>} */
function findEntry(zip, name) {
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry) => (entry.fileName === name ? resolve(entry) : zip.readEntry()));
    zip.on('end', () => reject(new Error(`no entry ${name} in the archive`)));
    zip.on('error', reject);
    zip.readEntry();
  });
}

/** @param {import('yauzl').ZipFile} zip @param {import('yauzl').Entry} entry @returns {Promise<import('node:stream').Readable>} */
function openEntry(zip, entry) {
  return new Promise((resolve, reject) =>
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream))),
  );
}

/** Writes one entry of a zip archive to `file`. @param {string} archive @param {string} name @param {string} file */
export async function unzipEntry(archive, name, file) {
  const zip = await openArchive(archive);
  try {
    const entry = await findEntry(zip, name);
    await pipeline(await openEntry(zip, entry), createWriteStream(file));
  } finally {
    zip.close();
  }
}
