import type { Configuration } from './configuration';
import { installationSecret } from './installation-secret';

/**
 * The secret that addresses of pictures in any size are signed with: `IMAGE_URL_SECRET`, or one that this installation draws
 * once and keeps in KEYART_HOME. Processes on several machines need the first.
 */
export function imageUrlSecret({
  IMAGE_URL_SECRET,
  KEYART_HOME,
}: Pick<Configuration, 'IMAGE_URL_SECRET' | 'KEYART_HOME'>): string {
  return IMAGE_URL_SECRET || installationSecret({ file: 'image-url-secret', KEYART_HOME });
}
