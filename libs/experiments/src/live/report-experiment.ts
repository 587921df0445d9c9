import { NotFoundError } from '@keyart/common';
import type { ExperimentsRepository } from '@keyart/db';
import type { ExperimentRun } from '../analysis/experiment-result';
import type { ExperimentSums } from './experiment-sums';
import { liveReport, type LiveReport } from './live-report';

/** What a report stands on. */
export interface ReportParts {
  readonly experiments: Pick<ExperimentsRepository, 'findById' | 'findVersion'>;
  readonly sums: ExperimentSums;
}

/** Which run is reported. */
export interface ReportRequest {
  readonly experimentId: string;
  /** Unset: the latest. */
  readonly version?: number;
}

/** Use case: a run of an experiment as it stands now. */
export class ReportExperiment {
  constructor(private readonly parts: ReportParts) {}

  /** @throws NotFoundError for an unknown experiment or version, and for one that was never started */
  async run({ experimentId, version }: ReportRequest, told: ExperimentRun): Promise<LiveReport> {
    const { experiments, sums } = this.parts;
    const latest = await experiments.findById(experimentId);
    if (!latest) throw new NotFoundError('UNKNOWN_EXPERIMENT', `there is no experiment ${experimentId}`);
    if (!latest.run)
      throw new NotFoundError('UNKNOWN_EXPERIMENT', `experiment ${experimentId} was never started`);
    const asked = version === undefined ? latest : await experiments.findVersion(experimentId, version);
    if (!asked)
      throw new NotFoundError('UNKNOWN_EXPERIMENT', `experiment ${experimentId} has no version ${version}`);
    return liveReport(sums, asked, told);
  }
}
