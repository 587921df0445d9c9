import { studentInput, type StudentInput } from '@keyart/features';
import type { WorldTable } from './world-table';

/**
 * A student's input for a pair of the world, as the service builds it.
 * @param pictures rows of all of the world's pictures; the table's own, or those above a student's mean
 */
export function worldStudentInput(
  { world, startOf }: WorldTable,
  [viewer, title]: readonly [viewer: number, title: number],
  pictures: readonly Float64Array[],
): StudentInput {
  const { artworks, film } = world.titles[title];
  return studentInput({
    taste: world.viewers[viewer].taste,
    genres: film.genres,
    captions: artworks.map(({ caption }) => caption),
    pictures: pictures.slice(startOf[title], startOf[title + 1]),
  });
}
