import type { Database } from '@keyart/db';
import type { AcceptedFilm, Ledger } from '../load/ledger';
import type { Finding } from './finding';

interface StoredMember {
  readonly id: string;
  readonly profile: { readonly historyCount: number } | null;
}

/** Every accepted film is in its member's history once, and every member's taste was built from all of them. */
export async function checkHistories({ films }: Ledger, database: Database): Promise<Finding[]> {
  const rows = await database.query<{ member_id: string; title: string; rating: number }>({
    text: "SELECT member_id, title, rating FROM history_entry WHERE member_id LIKE 'importer-%'",
  });
  const stored = new Map(rows.map((row) => [row.title, row]));
  const lost = [...films.values()].flatMap(({ memberId, title, rating, during }): Finding[] => {
    const row = stored.get(title);
    const isSame = row?.member_id === memberId && row.rating === rating;
    return isSame ? [] : [{ kind: 'lost', during, what: `film ${title} of ${memberId}` }];
  });
  return [...lost, ...(await staleProfiles([...films.values()], database))];
}

async function staleProfiles(films: readonly AcceptedFilm[], database: Database): Promise<Finding[]> {
  const members = await database.query<StoredMember>({ text: 'SELECT id, profile FROM member' });
  const profiles = new Map(members.map(({ id, profile }) => [id, profile]));
  return [...new Set(films.map(({ memberId }) => memberId))].flatMap((memberId): Finding[] => {
    const own = films.filter((film) => film.memberId === memberId);
    const built = profiles.get(memberId)?.historyCount ?? 0;
    const what = `the taste of ${memberId} knows ${built} films of ${own.length}`;
    return built >= own.length ? [] : [{ kind: 'lost', during: own[own.length - 1].during, what }];
  });
}
