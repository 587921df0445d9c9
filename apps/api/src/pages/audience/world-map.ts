import { geoNaturalEarth1, geoPath, type GeoProjection } from 'd3-geo';
import type { FeatureCollection, Geometry } from 'geojson';
import { numericToAlpha2 } from 'i18n-iso-countries';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-110m.json';
import { relativePath } from './relative-path';

/** Units of the map; whole numbers are fine enough, and short. */
export const MAP_SIZE = { width: 4800, height: 2300 } as const;

const MARGIN = 10;
/** Nobody watches there, and it would take a quarter of the map. */
const ANTARCTICA = '010';

/** Too small for a map of this scale: longitude and latitude, degrees. */
const SMALL: Readonly<Record<string, readonly [number, number]>> = {
  BH: [50.55, 26.07],
  GP: [-61.55, 16.25],
  HK: [114.17, 22.3],
  MQ: [-61.02, 14.65],
  MT: [14.4, 35.9],
  MU: [57.55, -20.28],
  MV: [73.5, 4.17],
  RE: [55.53, -21.12],
  SG: [103.82, 1.35],
};

/** A country as an area. */
export interface MapShape {
  /** ISO 3166-1 alpha-2; null: an area without a code. */
  readonly country: string | null;
  /** SVG path in units of `MAP_SIZE`. */
  readonly path: string;
}

/** A country as a dot. */
export interface MapDot {
  readonly country: string;
  readonly x: number;
  readonly y: number;
}

/** The countries of the world in natural earth projection. */
export interface WorldMap {
  readonly shapes: readonly MapShape[];
  readonly dots: readonly MapDot[];
}

let drawn: WorldMap | null = null;

/** The map; drawn once. Borders are those of Natural Earth, 1 : 110 million (public domain), as world-atlas packs them. */
export function worldMap(): WorldMap {
  return (drawn ??= drawWorld());
}

function drawWorld(): WorldMap {
  const world = countriesOf(atlas as unknown as Topology<{ countries: GeometryCollection }>);
  const projection = projectionOf(world);
  const toPath = geoPath(projection);
  const shapes = world.features.map((one): MapShape => {
    const country = one.id === undefined ? null : (numericToAlpha2(String(one.id)) ?? null);
    return { country, path: relativePath(toPath(one) ?? '') };
  });
  const dots = Object.entries(SMALL).map(([country, place]): MapDot => {
    const [x, y] = projection([...place]) ?? [0, 0];
    return { country, x: Math.round(x), y: Math.round(y) };
  });
  return { shapes, dots };
}

function countriesOf(topology: Topology<{ countries: GeometryCollection }>): FeatureCollection<Geometry> {
  const world = feature(topology, topology.objects.countries);
  return { ...world, features: world.features.filter(({ id }) => id !== ANTARCTICA) };
}

function projectionOf(world: FeatureCollection<Geometry>): GeoProjection {
  const { width, height } = MAP_SIZE;
  return geoNaturalEarth1().fitExtent(
    [
      [MARGIN, MARGIN],
      [width - MARGIN, height - MARGIN],
    ],
    world,
  );
}
