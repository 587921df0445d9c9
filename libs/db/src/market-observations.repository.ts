import type { MarketObservation } from '@keyart/contracts';
import type { Database } from './database';

const DAY_LENGTH = 10;

/** What was seen of titles in countries. */
export class MarketObservationsRepository {
  constructor(private readonly database: Database) {}

  /** A title's observations, by country. */
  async listByTitle(titleId: string): Promise<MarketObservation[]> {
    const rows = await this.database.prisma.marketObservation.findMany({
      where: { titleId },
      orderBy: { country: 'asc' },
    });
    return rows.map((row) => ({ ...row, observedOn: row.observedOn.toISOString().slice(0, DAY_LENGTH) }));
  }

  /** Puts observations in place of all that the title had. @param observations one a country */
  async replace(titleId: string, observations: readonly Omit<MarketObservation, 'titleId'>[]): Promise<void> {
    const data = observations.map((one) => ({ ...one, titleId, observedOn: new Date(one.observedOn) }));
    await this.database.prisma.$transaction(async (transaction) => {
      await transaction.$queryRaw`SELECT 1 FROM title WHERE id = ${titleId} FOR UPDATE`;
      await transaction.marketObservation.deleteMany({ where: { titleId } });
      await transaction.marketObservation.createMany({ data });
    });
  }
}
