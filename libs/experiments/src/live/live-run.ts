import { experimentKey, type ExperimentArm, type ExperimentRecord } from '@keyart/contracts';

/** A run of an experiment, or that part of it which may be compared. */
export interface LiveRun {
  /** Key with version, e.g. `llm-trial/2`. */
  readonly experiment: string;
  readonly startedAt: Date;
  /** Later decisions are not looked at; null: all are. */
  readonly until: Date | null;
  /** Control first. */
  readonly arms: readonly ExperimentArm[];
}

/** The whole run. @throws Error for an experiment that was never started, which is a bug */
export function wholeRun(experiment: ExperimentRecord): LiveRun {
  const { run, arms } = experiment;
  if (!run) throw new Error(`${experiment.experimentId} was never started`);
  return {
    experiment: experimentKey({ ...experiment, ...run }),
    ...{ startedAt: run.startedAt, until: null, arms },
  };
}

/**
 * The arms that still serve, over the whole run, and each arm that was taken out beside the control as they were until then: what the
 * control earned afterwards says nothing about an arm that nobody was in any more.
 */
export function comparableParts(experiment: ExperimentRecord): LiveRun[] {
  const whole = wholeRun(experiment);
  const stopped = experiment.run?.stoppedArms ?? [];
  const [control, ...treatments] = whole.arms;
  const serving = treatments.filter(({ name }) => !stopped.some(({ arm }) => arm === name));
  const parts = stopped.flatMap(({ arm: name, stoppedAt }) =>
    treatments
      .filter((arm) => arm.name === name)
      .map((arm) => ({ ...whole, until: stoppedAt, arms: [control, arm] })),
  );
  return serving.length > 0 ? [{ ...whole, arms: [control, ...serving] }, ...parts] : parts;
}

/** The part whose arms should have the sizes that were planned. */
export function sizedPart(experiment: ExperimentRecord): LiveRun {
  const [first] = comparableParts(experiment);
  const stops = experiment.run?.stoppedArms.map(({ stoppedAt }) => stoppedAt.getTime()) ?? [];
  if (first.until === null) return first;
  return { ...wholeRun(experiment), until: new Date(Math.min(...stops)) };
}
