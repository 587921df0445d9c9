import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '@keyart/common';

/** For tests: a picture that comes with the project. */
export interface FixturePicture {
  /** `title/picture.jpg` */
  readonly name: string;
  readonly bytes: Buffer;
}

/** All of them, by name. */
export function fixturePictures(): FixturePicture[] {
  const folder = path.join(projectRoot(), 'artwork-fixtures', 'pictures');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.jpg'),
  );
  return names.sort().map((name) => ({ name, bytes: readFileSync(path.join(folder, name)) }));
}

/** One of them. */
export function fixturePicture(name: string): Buffer {
  return readFileSync(path.join(projectRoot(), 'artwork-fixtures', 'pictures', name));
}
