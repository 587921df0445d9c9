import type { HttpClient } from './http-client';
import { memberIdOf, titleIdOf } from './prepare-service';

/** Who asks for how large a page. */
export interface PageLoad {
  readonly client: HttpClient;
  readonly titleCount: number;
  readonly memberCount: number;
  /** Titles of the catalogue; pages start at another of them each time. Unset: each page is the first titles. */
  readonly catalogueCount?: number;
}

const SURFACE = { aspect: '16:9', locale: 'en', region: 'DE', device: 'tv', maturity: '18' } as const;
const ROW_LENGTH = 20;

/** Asks for the i-th page; members take turns. @returns ids of its decisions @throws Error when a title went undecided */
export async function requestPage(load: PageLoad, index: number): Promise<string[]> {
  const { client, titleCount, memberCount, catalogueCount = titleCount } = load;
  const first = catalogueCount > titleCount ? (index * titleCount) % catalogueCount : 0;
  const titles = Array.from({ length: titleCount }, (_, i) => ({
    titleId: titleIdOf((first + i) % catalogueCount),
    row: Math.floor(i / ROW_LENGTH),
    position: i % ROW_LENGTH,
  }));
  const body = { memberId: memberIdOf(index % memberCount), surface: SURFACE, titles };
  const answer = JSON.parse(await client.post('/v1/decisions', body)) as {
    decisions: { decisionId: string }[];
  };
  if (answer.decisions.length !== titleCount) throw new Error('a title was not decided');
  return answer.decisions.map(({ decisionId }) => decisionId);
}
