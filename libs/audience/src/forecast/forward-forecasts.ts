import type { AudienceData, AudienceTitle, LaunchedTitle } from './audience-title';
import { fitCore, rawForecasts, type CoreOptions } from './fit-core';
import { launchesKnownBy } from './launches-known-by';

/** A launch and what had been forecast of it from earlier launches only. */
export interface ForwardForecast {
  readonly title: LaunchedTitle;
  /** Before calibration, `[countries]`. */
  readonly logits: readonly number[];
  /** The same, had there been no synopsis to read. */
  readonly blindLogits: readonly number[];
  /** Likeness of countries as it was known, see `LearntRegions`. */
  readonly likeness: readonly number[];
}

/** Launches before that are only learnt from. */
const FIRST_FRACTION = 0.45;
const BLOCK_COUNT = 4;

/** First weeks of the blocks, ascending. */
function blockStarts(titles: readonly LaunchedTitle[]): string[] {
  const weeks = titles.map(({ firstWeek }) => firstWeek).sort();
  const at = (fraction: number): string =>
    weeks[Math.min(weeks.length - 1, Math.floor(fraction * weeks.length))];
  const starts = Array.from({ length: BLOCK_COUNT }, (_, block) =>
    at(FIRST_FRACTION + ((1 - FIRST_FRACTION) * block) / BLOCK_COUNT),
  );
  return [...new Set(starts)];
}

/** The title with nothing to read. */
export function withoutSynopsis<T extends AudienceTitle>(title: T): T {
  return { ...title, synopsis: '', tags: [] };
}

/**
 * Forecasts of the later launches, each block of weeks by a stack fitted on the launches that were known when it began (rolling origin; Tashman
 * 2000). What is learnt from them (calibration, intervals, the update) is thereby held out by time.
 */
export function forwardForecasts(data: AudienceData, options: CoreOptions): ForwardForecast[] {
  const starts = blockStarts(data.titles);
  return starts.flatMap((start, block) => {
    const end = starts[block + 1];
    const titles = data.titles.filter(
      ({ firstWeek }) => firstWeek >= start && (end === undefined || firstWeek < end),
    );
    const known = launchesKnownBy(data, start);
    if (known.titles.length === 0) return [];
    const core = fitCore(known, options);
    const told = rawForecasts(titles, core, options.encoder);
    const blind = rawForecasts(titles.map(withoutSynopsis), core, options.encoder);
    const { likeness } = core.counts.regions;
    return titles.map((title, i) => ({
      ...{ title, likeness },
      ...{ logits: told[i].logits, blindLogits: blind[i].logits },
    }));
  });
}
