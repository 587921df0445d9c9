import { randomBytes } from 'node:crypto';
import { contentHash } from '@keyart/common';
import { API_SCOPES, type HistoryEntry } from '@keyart/contracts';
import {
  ApiKeysRepository,
  ArtworksRepository,
  MembersRepository,
  TitlesRepository,
  type Database,
} from '@keyart/db';
import { BuildProfile } from '@keyart/decisions';
import { aCatalogue } from '../../test/factories/catalogue.factory';
import { aHistoryEntry } from '../../test/support/record.factory';
import type { ServiceSize } from './service-size';

/** Id of the i-th title and member of a prepared service. */
export const titleIdOf = (index: number): string => `title-${index}`;
export const memberIdOf = (index: number): string => `member-${index}`;

const HISTORY: readonly HistoryEntry[] = [
  aHistoryEntry({ genres: ['Romance'], rating: 5 }),
  aHistoryEntry({ title: 'Other', genres: ['Horror'], rating: 1 }),
];

/** Stores a catalogue, members with profiles, and a key with all rights. */
export async function prepareService(database: Database, size: ServiceSize): Promise<{ apiKey: string }> {
  const { titleCount, candidateCount: artworkCount } = size;
  const { titles, artworks } = aCatalogue({ titleCount, artworkCount, seed: 'bench' });
  const titlesRepository = new TitlesRepository(database);
  const artworksRepository = new ArtworksRepository(database);
  for (const title of titles) await titlesRepository.upsert(title);
  for (const artwork of artworks) await artworksRepository.upsert(artwork);
  await prepareMembers(new MembersRepository(database), size.memberCount);
  const apiKey = randomBytes(24).toString('base64url');
  const keys = new ApiKeysRepository(database);
  await keys.create({ name: 'bench', keyHash: contentHash(apiKey), scopes: [...API_SCOPES] });
  return { apiKey };
}

async function prepareMembers(members: MembersRepository, count: number): Promise<void> {
  const build = new BuildProfile(members);
  for (let i = 0; i < count; i++) {
    await members.importHistory(memberIdOf(i), { entries: HISTORY });
    await build.run(memberIdOf(i));
  }
}
