/** Why an artwork is demoted: it is clicked as its title is, but what follows the click falls short. */
export interface Demotion {
  /** Share of impressions that were clicked or better, in [0, 1], as under uniform logging. */
  readonly clickFraction: number;
  /** Share of its clicks that became quality plays or better, in [0, 1]. */
  readonly qualityFraction: number;
  /** The same share over the title's other artworks, shrunk: the norm it fell short of. */
  readonly titleQualityFraction: number;
  /** Clicks the judgement stands on. */
  readonly clickCount: number;
}

/**
 * Artworks that win clicks their title then disappoints. Plain JSON, kept in the model registry; fitted by libs/learning
 * over a rolling window, so that a demoted artwork comes back once its clicks end in quality plays again.
 */
export interface ClickbaitGuardModel {
  /** Content hash of the demotions. */
  readonly version: string;
  /** Artwork id → why it is demoted; an artwork that is not named is not demoted. */
  readonly demotions: Readonly<Record<string, Demotion>>;
}
