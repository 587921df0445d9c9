import type { ModelVersionRecord } from '@keyart/contracts';
import { FEATURE_VERSION } from '@keyart/features';
import type { BaselineModel } from '@keyart/ranking';
import { ProblemException } from '../problems/problem.exception';

/** @throws ProblemException `conflict` for a bandit or hybrid that the features of today do not fit: it would not be served */
export function requireServable({ kind, version, payload }: ModelVersionRecord): void {
  if (kind !== 'bandit' && kind !== 'hybrid') return;
  const { featureVersion } = payload as Pick<BaselineModel, 'featureVersion'>;
  if (featureVersion === FEATURE_VERSION) return;
  const detail = `${version} was trained on ${featureVersion}, decisions are made on ${FEATURE_VERSION}`;
  throw new ProblemException('conflict', detail);
}
