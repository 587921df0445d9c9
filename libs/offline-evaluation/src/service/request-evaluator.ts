import path from 'node:path';
import { InputError, projectVersion, withTemporaryFolder, type Clock } from '@keyart/common';
import { SERVICE_LOG, type EvaluationRecord, type EvaluationRequestDto } from '@keyart/contracts';
import { LogRepository, type Database } from '@keyart/db';
import { evaluateLog, withAnalysis, type EvaluationResult } from '@keyart/decision-log';
import type { ServingParameters } from '@keyart/ranking';
import { exportLog } from '../log/export-log';
import type { OpenedRanker } from '../policies/opened-ranker';
import { withScoredPolicies } from '../policies/with-scored-policies';
import type { LogStore } from './log-store';
import { refuseMembers } from './refuse-members';
import { requestedOptions } from './requested-options';
import { GivenNames } from './given-names';

/** What requests are evaluated with. */
export interface RequestEvaluatorParts {
  readonly database: Database;
  readonly logs: LogStore;
  readonly parameters: ServingParameters;
  readonly openRanker: () => Promise<OpenedRanker>;
  readonly clock: Clock;
}

/** Of the work, where all of it is to be done: writing the log, scoring policies. */
const [WRITTEN, SCORED] = [0.2, 0.5];

/** Evaluates what a request names, as `keyart evaluate` does; the result and all messages name files as the request does. */
export class RequestEvaluator {
  constructor(private readonly parts: RequestEvaluatorParts) {}

  /** @throws InputError naming field, file, row or column; DependencyError */
  async evaluate(
    { request }: Pick<EvaluationRecord, 'request'>,
    onProgress: (fraction: number) => void,
  ): Promise<EvaluationResult> {
    const names = new GivenNames();
    try {
      const result = await withTemporaryFolder('keyart-evaluation', async (folder) => {
        if (request.log === SERVICE_LOG) refuseMembers(request);
        const written = request.log === SERVICE_LOG ? await this.writeOwnLog(folder, onProgress) : null;
        return this.evaluateFiles(request, { written, names, onProgress });
      });
      return names.inResult(result);
    } catch (error) {
      throw error instanceof InputError ? names.inError(error) : error;
    }
  }

  /** Members by their own ids, which never leave the file: folds must not change from one export to the next. */
  private async writeOwnLog(folder: string, onProgress: (fraction: number) => void): Promise<string> {
    const { file } = await exportLog(
      new LogRepository(this.parts.database),
      path.join(folder, 'decisions.parquet'),
      {
        ...{ hasRawIds: true, onProgress: (fraction) => onProgress(WRITTEN * fraction) },
      },
    );
    return file;
  }

  private async evaluateFiles(
    request: EvaluationRequestDto,
    { written, names, onProgress }: FilesToEvaluate,
  ): Promise<EvaluationResult> {
    const { database, logs, parameters, openRanker, clock } = this.parts;
    const resolve = async (field: string, name: string): Promise<string> => {
      const file = written !== null && field === 'log' ? written : await logs.resolve(field, name);
      return names.keep(file, name);
    };
    const told = {
      ...{ version: projectVersion(), command: `POST /v1/evaluations ${JSON.stringify(request)}` },
      now: new Date(clock.nowMs()),
    };
    const options = await requestedOptions(request, resolve, told);
    return withScoredPolicies(
      {
        ...{ specs: [options.target, options.baseline], file: options.file, map: options.map },
        ...{ parameters, openRanker },
        openDatabase: () => Promise.resolve({ database, close: () => Promise.resolve() }),
        progressOf: () => ({
          update: (fraction) => onProgress(WRITTEN + (SCORED - WRITTEN) * fraction),
          done: () => undefined,
        }),
      },
      ([target, baseline]) =>
        withAnalysis((analysis) =>
          evaluateLog(analysis, {
            ...{ ...options, target, baseline },
            onProgress: (fraction) => onProgress(SCORED + (1 - SCORED) * fraction),
          }),
        ),
    );
  }
}

interface FilesToEvaluate {
  /** The service's own log, where it is asked for. */
  readonly written: string | null;
  readonly names: GivenNames;
  readonly onProgress: (fraction: number) => void;
}
