import type { DecisionRecord } from '@keyart/contracts';
import type { MembersRepository, TasteVersionKey, TasteVersionsRepository } from '@keyart/db';
import { NEW_VIEWER_TASTE, type TasteProfile } from '@keyart/features';

/** A viewer's taste for one decision. */
export interface DecisionTaste {
  readonly taste: TasteProfile;
  /** Whether it is the taste as of now, that of the decision not being kept. */
  readonly isLater: boolean;
}

/** Where tastes are read from. */
export interface DecisionTastesParts {
  readonly members: Pick<MembersRepository, 'findById'>;
  readonly tastes: Pick<TasteVersionsRepository, 'findMany'>;
}

type Decided = Pick<DecisionRecord, 'memberId' | 'profileVersion'>;

const OF_NEW_VIEWER: DecisionTaste = { taste: NEW_VIEWER_TASTE, isLater: false };

/** Tastes as of decisions, read a batch at a time and each once. */
export class DecisionTastes {
  private readonly known = new Map<string, DecisionTaste>();

  constructor(private readonly parts: DecisionTastesParts) {}

  /** Reads what `of` needs for these decisions. */
  async load(decisions: readonly Decided[]): Promise<void> {
    const wanted = new Map<string, TasteVersionKey>();
    for (const { memberId, profileVersion } of decisions) {
      const key = keyOf({ memberId, profileVersion });
      if (profileVersion !== NEW_VIEWER_TASTE.version && !this.known.has(key))
        wanted.set(key, { memberId, profileVersion });
    }
    for (const record of await this.parts.tastes.findMany([...wanted.values()]))
      this.known.set(keyOf(record), { taste: record.profile as TasteProfile, isLater: false });
    for (const [key, { memberId }] of wanted)
      if (!this.known.has(key)) this.known.set(key, await this.present(memberId));
  }

  /** The taste the decision was made with, or else the present one. Valid after `load` of the decision. */
  of(decision: Decided): DecisionTaste {
    return this.known.get(keyOf(decision)) ?? OF_NEW_VIEWER;
  }

  private async present(memberId: string): Promise<DecisionTaste> {
    const member = await this.parts.members.findById(memberId);
    return { taste: (member?.profile ?? NEW_VIEWER_TASTE) as TasteProfile, isLater: true };
  }
}

function keyOf({ memberId, profileVersion }: TasteVersionKey): string {
  return JSON.stringify([memberId, profileVersion]);
}
