import type { WorldSource } from './source/source';
import type { FacetStrengthVector } from './truth/film-facets';
import type { TrueTaste } from './truth/true-taste';
import type { WorldKnobs } from './truth/world-knobs';
import type { WorldTitle } from './titles/world-title';
import type { WorldViewer } from './viewers/world-viewer';

/** How a world is built. */
export interface WorldSettings {
  /** Equal seeds and sources give equal worlds. */
  readonly seed: string;
  readonly knobs: WorldKnobs;
  /** Titles of the catalogue: the most rated films. */
  readonly titleCount: number;
  readonly coldTitleFraction: number;
  readonly heldOutViewerFraction: number;
  /** Share of each viewer's ratings, oldest first, that the service knows. */
  readonly visibleFraction: number;
}

/** What worlds are built with unless told otherwise. */
export const DEFAULT_SETTINGS: Omit<WorldSettings, 'knobs'> = {
  seed: 'world/1',
  titleCount: 1500,
  coldTitleFraction: 0.15,
  heldOutViewerFraction: 0.2,
  visibleFraction: 0.7,
};

/** Viewers, titles and the truth about them. */
export interface World {
  readonly settings: WorldSettings;
  readonly source: WorldSource;
  readonly viewers: readonly WorldViewer[];
  readonly titles: readonly WorldTitle[];
  /** Per film of the source, `[F]`. */
  readonly filmFacets: readonly FacetStrengthVector[];
  readonly trueTaste: TrueTaste;
}
