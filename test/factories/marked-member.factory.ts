import type { DecisionRecord } from '@keyart/contracts';
import { NEW_VIEWER_TASTE } from '@keyart/features';
import {
  aDecision,
  aHistoryEntry,
  anEvent,
  aScore,
  aTitle,
  EVENING,
  minutesLater,
} from '../support/record.factory';
import { uuidOf } from '../support/uuid-of';
import { repositoriesOf } from './serving-world.factory';

type Repositories = ReturnType<typeof repositoriesOf>;

/** Writes something of the member into every table that may hold members' data. */
export async function fillTables(repositories: Repositories, memberId: string): Promise<DecisionRecord[]> {
  const { members, decisions, events, rewards, preferences, scores } = repositories;
  await writeReview(repositories, memberId);
  await members.importHistory(memberId, { displayName: memberId, entries: [aHistoryEntry()] });
  await members.saveProfile(memberId, 'v1', { ...NEW_VIEWER_TASTE, version: 'v1', loves: [memberId] });
  await preferences.savePersonalised(memberId, false, EVENING);
  await preferences.pin({ memberId, titleId: 'night-train', artworkId: 'a', pinnedAt: EVENING });
  await scores.saveMany([aScore({ memberId })]);
  const made = [aDecision({ memberId }), aDecision({ memberId, titleId: 'harbour' })];
  await decisions.insertMany(made);
  const shown = made.flatMap(({ decisionId }) => [
    anEvent(decisionId),
    anEvent(decisionId, { type: 'misleading', occurredAt: minutesLater(1) }),
  ]);
  await events.insertMany(shown, EVENING, 0);
  const [{ decisionId }] = made;
  await rewards.saveMany([
    { decisionId, reward: 0, rung: 'none', ladderVersion: 'l', attributedAt: minutesLater(400) },
  ]);
  return made;
}

async function writeReview({ titles, reviews }: Repositories, memberId: string): Promise<void> {
  await titles.upsert(aTitle({ titleId: 'reviewed' }));
  const review = {
    ...{
      reviewId: uuidOf(`review of ${memberId}`),
      source: 'app',
      externalId: memberId,
      titleId: 'reviewed',
    },
    ...{ memberId, text: `${memberId} liked it`, starFraction: 1, country: 'DE', accountAgeDays: 90 },
    ...{ createdAt: EVENING, tokenCount: 3, simHash: 1n },
  };
  await reviews.insertMany([review], EVENING);
}
