import type { ModelHead, ModelKind, ModelStage, ModelSummary, ModelVersionRecord } from '@keyart/contracts';
import type { ModelVersion } from './generated/client';

/** Columns of a model without its payload, for Prisma's `select`. */
export const HEAD_COLUMNS = {
  version: true,
  kind: true,
  stage: true,
  summary: true,
  createdAt: true,
  activatedAt: true,
} as const;

/** A row without payload as its record. */
export function modelHeadOf(row: Omit<ModelVersion, 'payload'>): ModelHead {
  const { kind, stage, summary } = row;
  return { ...row, kind: kind as ModelKind, stage: stage as ModelStage, summary: summary as ModelSummary };
}

/** A row as its record. */
export function modelVersionOf({ payload, ...row }: ModelVersion): ModelVersionRecord {
  return { ...modelHeadOf(row), payload };
}
