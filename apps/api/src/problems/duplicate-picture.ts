import type { DuplicatePicture } from '@keyart/catalog';
import { ProblemException } from './problem.exception';

/** The 409 problem of a picture that another artwork of the title has already. */
export function duplicatePicture({ artworkId, distance }: DuplicatePicture): ProblemException {
  const likeness =
    distance === 0 ? 'this very picture' : `nearly this picture (${distance} of 64 bits differ)`;
  const detail = `the artwork ${artworkId} has ${likeness}; duplicates=allow takes it all the same`;
  return new ProblemException('duplicate-picture', detail, {
    extension: { duplicateOf: artworkId, distance },
  });
}
