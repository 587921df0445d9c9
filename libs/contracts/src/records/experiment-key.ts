/** How decision records name an experiment's version, e.g. `llm-trial/2`. */
export function experimentKey({ experimentId, version }: { experimentId: string; version: number }): string {
  return `${experimentId}/${version}`;
}

/** Salt of a version's arms; a version is never used twice, so neither is its salt. */
export function experimentSalt(experimentId: string, version: number): string {
  return `experiment/${experimentKey({ experimentId, version })}`;
}
