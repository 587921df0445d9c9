import { CatalogInputError } from '../errors';
import { describeFault, type FileFault } from '@keyart/common';
import { shownFile } from './shown-file';

/** The message names at most so many faults; `faults` has them all. */
const MAX_FAULTS_NAMED = 5;

/** A manifest that cannot be imported as it is; nothing of it was. */
export class BadManifestError extends CatalogInputError {
  /**
   * @param file path of the manifest
   * @param faults one at least
   */
  constructor(
    file: string,
    readonly faults: readonly FileFault[],
  ) {
    const named = faults.slice(0, MAX_FAULTS_NAMED).map(describeFault).join('; ');
    const more = faults.length > MAX_FAULTS_NAMED ? ` (and ${faults.length - MAX_FAULTS_NAMED} more)` : '';
    super('BAD_MANIFEST', `${shownFile(file)}: ${named}${more}`);
  }
}
