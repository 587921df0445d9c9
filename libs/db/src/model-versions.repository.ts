import { NotFoundError } from '@keyart/common';
import type { ModelHead, ModelKind, ModelStage, ModelSummary, ModelVersionRecord } from '@keyart/contracts';
import type { Database } from './database';
import { DATABASE_ERROR_CODES } from './errors';
import type { Prisma } from './generated/client';
import { modelHeadOf, modelVersionOf, HEAD_COLUMNS } from './model-version-row';
import type { PageQuery } from './page-query';

type Transaction = Prisma.TransactionClient;

/** Which models to list; what is left out does not matter. */
export interface ModelListQuery extends PageQuery {
  readonly kind?: ModelKind;
  readonly stage?: ModelStage;
}

/** Parts of a model that is too large to be read whole. */
export interface ModelParts {
  readonly version: string;
  readonly summary: ModelSummary;
  readonly activatedAt: Date;
  /** Aligned with the paths asked for. */
  readonly parts: readonly unknown[];
}

/** A model and when it changes stage. */
interface StageChange {
  readonly version: string;
  readonly stage: ModelStage;
  readonly at: Date;
}

const IN_SERVICE: ModelStage[] = ['active', 'shadow'];

async function kindOf(transaction: Transaction, version: string): Promise<string> {
  const model = await transaction.modelVersion.findUnique({ where: { version }, select: { kind: true } });
  if (model) return model.kind;
  throw new NotFoundError(DATABASE_ERROR_CODES.unknownModelVersion, `no model ${version}`);
}

/** Locks the kind's rows in one order first, so that of two changes at a time the later one stands; frees the stage then. */
async function makeRoom(transaction: Transaction, kind: string, stage: ModelStage): Promise<void> {
  await transaction.$queryRaw`SELECT 1 FROM model_version WHERE kind = ${kind} ORDER BY version FOR UPDATE`;
  if (IN_SERVICE.includes(stage))
    await transaction.modelVersion.updateMany({ where: { kind, stage }, data: { stage: 'retired' } });
}

async function move(transaction: Transaction, { version, stage, at }: StageChange): Promise<void> {
  await makeRoom(transaction, await kindOf(transaction, version), stage);
  const data = { stage, ...(stage === 'active' && { activatedAt: at }) };
  await transaction.modelVersion.update({ where: { version }, data });
}

async function create(transaction: Transaction, record: ModelVersionRecord): Promise<void> {
  const { version, kind, stage } = record;
  if (await transaction.modelVersion.findUnique({ where: { version }, select: { kind: true } })) return;
  await makeRoom(transaction, kind, stage);
  const data = {
    ...{ ...record, payload: record.payload as Prisma.InputJsonValue },
    summary: record.summary as Prisma.InputJsonObject,
  };
  await transaction.modelVersion.createMany({ data, skipDuplicates: true });
}

/** The registry of trained models. */
export class ModelVersionsRepository {
  constructor(private readonly database: Database) {}

  /** Adds a version; one that was in its stage before retires. A version stored before is left as it is. */
  async save(record: ModelVersionRecord): Promise<void> {
    await this.database.prisma.$transaction((transaction) => create(transaction, record));
  }

  /** Puts the version into service in place of the active one of its kind. @throws NotFoundError `UNKNOWN_MODEL_VERSION` */
  async activate(version: string, at: Date): Promise<void> {
    await this.database.prisma.$transaction((transaction) =>
      move(transaction, { version, stage: 'active', at }),
    );
  }

  /** Refuses the version, whatever its stage. @throws NotFoundError `UNKNOWN_MODEL_VERSION` */
  async reject(version: string, at: Date): Promise<void> {
    await this.database.prisma.$transaction((transaction) =>
      move(transaction, { version, stage: 'rejected', at }),
    );
  }

  /** Adds entries to the summary, in place of those of the same name; an unknown version is left alone. */
  async summarize(version: string, more: ModelSummary): Promise<void> {
    const text = 'UPDATE model_version SET summary = summary || $2::jsonb WHERE version = $1';
    await this.database.query({ text, values: [version, JSON.stringify(more)] });
  }

  /** The active version of a kind; null before the first activation. */
  async active(kind: ModelKind): Promise<ModelVersionRecord | null> {
    const row = await this.database.prisma.modelVersion.findFirst({ where: { kind, stage: 'active' } });
    return row && modelVersionOf(row);
  }

  /** Parts of the active version's payload by their paths in it, null where there is nothing; null without an active version. */
  async activeParts(kind: ModelKind, paths: readonly (readonly string[])[]): Promise<ModelParts | null> {
    const parts = paths.map((_, i) => `payload #> $${i + 2}::text[]`).join(', ');
    const text = `SELECT version, summary, activated_at AS "activatedAt", jsonb_build_array(${parts}) AS parts
      FROM model_version WHERE kind = $1 AND stage = 'active'`;
    const [row] = await this.database.query<ModelParts>({ text, values: [kind, ...paths] });
    return row ?? null;
  }

  /** The version of a kind that served last before the active one and was not refused since; null: none. */
  async servedBefore(kind: ModelKind): Promise<ModelHead | null> {
    const row = await this.database.prisma.modelVersion.findFirst({
      where: { kind, stage: 'retired', activatedAt: { not: null } },
      ...{ select: HEAD_COLUMNS, orderBy: [{ activatedAt: 'desc' }, { version: 'asc' }] },
    });
    return row && modelHeadOf(row);
  }

  /** Every active and shadow version; at most one of each a kind. */
  async inService(): Promise<ModelHead[]> {
    const rows = await this.database.prisma.modelVersion.findMany({
      where: { stage: { in: IN_SERVICE } },
      select: HEAD_COLUMNS,
    });
    return rows.map(modelHeadOf);
  }

  /** Versions of the kind and stage, newest first; `after` is a version. */
  async list({ kind, stage, after, limit }: ModelListQuery): Promise<ModelHead[]> {
    const rows = await this.database.prisma.modelVersion.findMany({
      where: { kind, stage },
      ...(after !== undefined && { cursor: { version: after }, skip: 1 }),
      ...{ select: HEAD_COLUMNS, orderBy: [{ createdAt: 'desc' }, { version: 'asc' }], take: limit },
    });
    return rows.map(modelHeadOf);
  }

  /** Without the payload; null for an unknown version. */
  async findHead(version: string): Promise<ModelHead | null> {
    const select = HEAD_COLUMNS;
    const row = await this.database.prisma.modelVersion.findUnique({ where: { version }, select });
    return row && modelHeadOf(row);
  }

  /** null for an unknown version. */
  async findByVersion(version: string): Promise<ModelVersionRecord | null> {
    const row = await this.database.prisma.modelVersion.findUnique({ where: { version } });
    return row && modelVersionOf(row);
  }
}
