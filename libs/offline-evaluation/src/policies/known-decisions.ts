import { CatalogueCache, type CatalogueSnapshot } from '@keyart/catalog';
import { createLogger } from '@keyart/common';
import type { DecisionRecord } from '@keyart/contracts';
import {
  ArtworksRepository,
  DecisionsRepository,
  TasteVersionsRepository,
  TitlesRepository,
  type Database,
} from '@keyart/db';
import type { LoggedChoice } from '@keyart/decision-log';
import {
  describeArtwork,
  NEW_VIEWER_TASTE,
  type ArtworkDescriptor,
  type TasteProfile,
} from '@keyart/features';
import type { JudgedDecision } from './judged-decision';
import { PolicyInputError } from './policy-input-error';

const BATCH_COUNT = 2000;

/** Whose decisions are looked up. */
export interface KnownDecisionsQuestion {
  readonly choices: readonly LoggedChoice[];
  /** For messages. */
  readonly neededBy: string;
  /** Whether tastes as of the decision are needed. */
  readonly isPersonal: boolean;
  readonly onProgress?: (fraction: number) => void;
}

/**
 * Finds every decision of a log in the database of the service that made it: its record, the taste it was made for, and how the
 * catalogue describes its artworks today.
 * @throws PolicyInputError for decisions, artworks, titles or tastes that are not there (any more)
 */
export async function knownDecisions(
  database: Database,
  question: KnownDecisionsQuestion,
): Promise<JudgedDecision[]> {
  const catalogue = new CatalogueCache({
    titles: new TitlesRepository(database),
    artworks: new ArtworksRepository(database),
    logger: createLogger('keyart', 'error'),
  });
  await catalogue.refresh();
  const reader = new KnownDecisionsReader(database, catalogue.current(), question.isPersonal);
  const { choices, neededBy, onProgress } = question;
  for (let start = 0; start < choices.length; start += BATCH_COUNT) {
    await reader.read(choices.slice(start, start + BATCH_COUNT));
    onProgress?.(Math.min(1, (start + BATCH_COUNT) / choices.length));
  }
  reader.throwIfLacking(neededBy);
  return reader.decisions;
}

const LACKS = {
  record: {
    column: 'decision_id',
    problem: 'the database has no such decision',
    hint: 'Point DATABASE_URL at the service that wrote the log.',
  },
  title: {
    column: 'title_id',
    problem: 'the catalogue has no such title',
    hint: 'Take a log whose titles are still there.',
  },
  artwork: {
    column: 'candidates',
    problem: 'the catalogue has no such artwork',
    hint: 'Take a log whose artworks are still there.',
  },
  taste: {
    column: 'decision_id',
    problem: 'the taste as of the decision is not kept any more',
    hint: 'Take a later log: a taste of today would know what the picture led to.',
  },
} as const;
type Lack = keyof typeof LACKS;

class KnownDecisionsReader {
  readonly decisions: JudgedDecision[] = [];
  private readonly lacking = new Map<Lack, { count: number; row: number; value: string }>();
  private readonly artworks = new Map<string, ArtworkDescriptor | null>();

  constructor(
    private readonly database: Database,
    private readonly snapshot: CatalogueSnapshot,
    private readonly isPersonal: boolean,
  ) {}

  async read(choices: readonly LoggedChoice[]): Promise<void> {
    const ids = choices.map(({ decisionId }) => decisionId);
    const found = await new DecisionsRepository(this.database).findMany(ids);
    const records = new Map(found.map((record) => [record.decisionId, record]));
    const tastes = this.isPersonal ? await this.tastesOf(found) : new Map<string, TasteProfile>();
    for (const choice of choices) this.add(choice, records.get(choice.decisionId.toLowerCase()), tastes);
  }

  throwIfLacking(neededBy: string): void {
    for (const [lack, seen] of this.lacking)
      throw new PolicyInputError({ neededBy, ...LACKS[lack], ...seen });
  }

  private add(
    choice: LoggedChoice,
    record: DecisionRecord | undefined,
    tastes: ReadonlyMap<string, TasteProfile>,
  ): void {
    if (!record) return this.lack('record', choice, choice.decisionId);
    const title = this.snapshot.title(choice.titleId);
    if (!title) return this.lack('title', choice, choice.titleId);
    const artworks = choice.candidates.flatMap((artworkId) => this.artwork(artworkId) ?? []);
    const gone = choice.candidates.find((artworkId) => this.artwork(artworkId) === null);
    if (gone !== undefined) return this.lack('artwork', choice, gone);
    const isNew = !this.isPersonal || record.profileVersion === NEW_VIEWER_TASTE.version;
    const taste = isNew ? NEW_VIEWER_TASTE : tastes.get(tasteKey(record));
    if (!taste) return this.lack('taste', choice, choice.decisionId);
    const neighbours = record.neighbours.flatMap((artworkId) => this.artwork(artworkId) ?? []);
    this.decisions.push({ choice, artworks, taste, known: { record, title, neighbours } });
  }

  private lack(lack: Lack, { row }: LoggedChoice, value: string): void {
    const seen = this.lacking.get(lack);
    this.lacking.set(lack, seen ? { ...seen, count: seen.count + 1 } : { count: 1, row, value });
  }

  private artwork(artworkId: string): ArtworkDescriptor | null {
    const known = this.artworks.get(artworkId);
    if (known !== undefined) return known;
    const record = this.snapshot.artwork(artworkId);
    const described = record && describeArtwork(record);
    this.artworks.set(artworkId, described);
    return described;
  }

  private async tastesOf(records: readonly DecisionRecord[]): Promise<Map<string, TasteProfile>> {
    const keys = records.map(({ memberId, profileVersion }) => ({ memberId, profileVersion }));
    const found = await new TasteVersionsRepository(this.database).findMany(keys);
    return new Map(found.map((record) => [tasteKey(record), record.profile as TasteProfile]));
  }
}

function tasteKey({ memberId, profileVersion }: Pick<DecisionRecord, 'memberId' | 'profileVersion'>): string {
  return JSON.stringify([memberId, profileVersion]);
}
