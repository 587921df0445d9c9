import { NotFoundError } from '@keyart/common';
import type { ModelKind, ModelVersionRecord } from '@keyart/contracts';
import type { Database } from './database';
import { DATABASE_ERROR_CODES } from './errors';
import type { ModelVersion, Prisma } from './generated/client';

type Transaction = Prisma.TransactionClient;

function modelVersionOf(row: ModelVersion): ModelVersionRecord {
  return { ...row, kind: row.kind as ModelKind, summary: row.summary as ModelVersionRecord['summary'] };
}

async function create(transaction: Transaction, record: ModelVersionRecord): Promise<void> {
  const { version, kind, payload, summary, createdAt } = record;
  const data = { version, kind, payload: payload as Prisma.InputJsonValue, summary, createdAt };
  await transaction.modelVersion.createMany({ data, skipDuplicates: true });
}

/** Locks the kind's rows in one order first, so that of two activations at a time the later one stands. */
async function makeActive(transaction: Transaction, version: string): Promise<void> {
  const model = await transaction.modelVersion.findUnique({ where: { version }, select: { kind: true } });
  if (model === null)
    throw new NotFoundError(DATABASE_ERROR_CODES.unknownModelVersion, `no model ${version}`);
  const { kind } = model;
  await transaction.$queryRaw`SELECT 1 FROM model_version WHERE kind = ${kind} ORDER BY version FOR UPDATE`;
  await transaction.modelVersion.updateMany({ where: { kind, isActive: true }, data: { isActive: false } });
  await transaction.modelVersion.update({ where: { version }, data: { isActive: true } });
}

/** The registry of trained models. */
export class ModelVersionsRepository {
  constructor(private readonly database: Database) {}

  /** Adds a version, and activates it where the record says so. A version stored before is left as it is. */
  async save(record: ModelVersionRecord): Promise<void> {
    await this.database.prisma.$transaction(async (transaction) => {
      await create(transaction, record);
      if (record.isActive) await makeActive(transaction, record.version);
    });
  }

  /** Makes the version the one active of its kind. @throws NotFoundError `UNKNOWN_MODEL_VERSION` */
  async activate(version: string): Promise<void> {
    await this.database.prisma.$transaction((transaction) => makeActive(transaction, version));
  }

  /** The active version of a kind; null before the first activation. */
  async active(kind: ModelKind): Promise<ModelVersionRecord | null> {
    const row = await this.database.prisma.modelVersion.findFirst({ where: { kind, isActive: true } });
    return row && modelVersionOf(row);
  }

  /** null for an unknown version. */
  async findByVersion(version: string): Promise<ModelVersionRecord | null> {
    const row = await this.database.prisma.modelVersion.findUnique({ where: { version } });
    return row && modelVersionOf(row);
  }
}
