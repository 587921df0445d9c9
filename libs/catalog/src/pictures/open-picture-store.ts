import path from 'node:path';
import type { Configuration } from '@keyart/common';
import { FolderPictureStore } from './folder-picture-store';
import type { PictureStore } from './picture-store';
import { s3LocationOf } from './s3-location';
import { S3PictureStore } from './s3-picture-store';

/**
 * Where this installation keeps its pictures: the object store of `PICTURES_URL`, else `KEYART_HOME/pictures`.
 * Nothing is touched before the first call.
 * @throws InputError `BAD_CONFIGURATION`
 */
export function openPictureStore(
  configuration: Pick<Configuration, 'PICTURES_URL' | 'KEYART_HOME'>,
): PictureStore {
  const { PICTURES_URL, KEYART_HOME } = configuration;
  if (PICTURES_URL) return new S3PictureStore(s3LocationOf(PICTURES_URL));
  return new FolderPictureStore(path.join(KEYART_HOME, 'pictures'));
}
