import type { PinRecord } from '@keyart/contracts';
import type { Database } from './database';

/** What members say about their pictures: taste or not, pins. Reports of misleading pictures come in as events. */
export class PreferencesRepository {
  constructor(private readonly database: Database) {}

  /** Whether pictures are chosen by taste; true for a member who never said. */
  async isPersonalised(memberId: string): Promise<boolean> {
    const row = await this.database.prisma.memberPreference.findUnique({ where: { memberId } });
    return row?.isPersonalised ?? true;
  }

  /** Keeps what the member said at `updatedAt`; known to the service or not. */
  async savePersonalised(memberId: string, isPersonalised: boolean, updatedAt: Date): Promise<void> {
    const said = { isPersonalised, updatedAt };
    await this.database.prisma.memberPreference.upsert({
      where: { memberId },
      create: { memberId, ...said },
      update: said,
    });
  }

  /** The member's pins, by title. */
  async pins(memberId: string): Promise<PinRecord[]> {
    return this.database.prisma.pin.findMany({ where: { memberId }, orderBy: { titleId: 'asc' } });
  }

  /** Pins the picture in place of another of the title. That it is one of the title is the caller's to check. */
  async pin(record: PinRecord): Promise<void> {
    const { memberId, titleId, artworkId, pinnedAt } = record;
    await this.database.prisma.pin.upsert({
      where: { memberId_titleId: { memberId, titleId } },
      create: record,
      update: { artworkId, pinnedAt },
    });
  }

  /** Takes the title's pin away; whether there was one. */
  async unpin(memberId: string, titleId: string): Promise<boolean> {
    const { count } = await this.database.prisma.pin.deleteMany({ where: { memberId, titleId } });
    return count > 0;
  }
}
