import { FACETS, facetsOfGenres } from '@keyart/features';
import type { WorldTable } from './world-table';

/** What a student sees of a viewer before a title: nothing that takes a language model to get. */
export interface StudentInput {
  /** Leanings, `[F]`. */
  readonly taste: Float32Array;
  /** Facets of the title's genres, `[F]`. */
  readonly title: Float32Array;
  /** Caption embedding and look, `[K × P]` row by row. */
  readonly pictures: Float32Array;
  /** 1: one of the viewer's people is in the caption, `[K]`. */
  readonly faces: Float32Array;
}

/** The input for a pair. */
export function studentInput(table: WorldTable, viewer: number, title: number): StudentInput {
  const { artworks, film } = table.world.titles[title];
  const { people } = table.world.viewers[viewer].taste;
  const start = table.startOf[title];
  const width = table.pictures[start].length;
  const pictures = new Float32Array(artworks.length * width);
  artworks.forEach((_, k) => pictures.set(table.pictures[start + k], k * width));
  const genres = facetsOfGenres(film.genres);
  return {
    taste: Float32Array.from(table.viewers[viewer]),
    title: Float32Array.from(FACETS, (facet) => genres[facet] ?? 0),
    pictures,
    faces: Float32Array.from(artworks, ({ caption }) =>
      Number(people.some((name) => caption.includes(name))),
    ),
  };
}
