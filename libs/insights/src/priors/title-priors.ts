import { describeArtwork, FACETS, type Facet } from '@keyart/features';
import type { ArtworksRepository, ModelVersionsRepository, TitlesRepository } from '@keyart/db';
import {
  artworkPriors,
  pictureTraits,
  TRANSFER_KINDS,
  type ArtworkPrior,
  type PriorDonor,
  type TitleTransfer,
  type TransferGuard,
  type TransferKind,
} from '@keyart/transfer';

/** What priors are read from. */
export interface TitlePriorsParts {
  readonly titles: Pick<TitlesRepository, 'findById'>;
  readonly artworks: Pick<ArtworksRepository, 'listByTitle'>;
  readonly models: Pick<ModelVersionsRepository, 'activeParts'>;
}

/** A donor with its name; null: it has left the catalogue. */
export interface NamedDonor extends PriorDonor {
  readonly name: string | null;
}

/** Whether a kind of transfer is used, what for this title it rests on. */
export interface KindOfPrior extends TransferGuard {
  readonly effectiveCount: number;
  readonly donors: readonly NamedDonor[];
}

/** How much more or less viewers of a leaning take the title, reward per unit of leaning. */
export interface AudienceLeaning {
  readonly facet: Facet;
  readonly lift: number;
}

/** All that is expected of a title. */
export interface TitlePriors {
  readonly titleId: string;
  readonly modelVersion: string;
  readonly fittedAt: Date;
  readonly rowCount: number;
  /** False: it is newer than the model, or nothing of the catalogue is like it. */
  readonly isKnown: boolean;
  readonly kinds: Readonly<Record<TransferKind, KindOfPrior>>;
  readonly artworks: readonly ArtworkPrior[];
  /** Expected reward of an impression; null: only the mean of the log is known. */
  readonly expectedReward: number | null;
  readonly meanReward: number;
  /** Largest first, in absolute value; empty: nothing is known of who takes it. */
  readonly leanings: readonly AudienceLeaning[];
  /** Null: tones are not known. */
  readonly tones: Readonly<Record<string, number>> | null;
}

/** Priors, or why there are none. */
export type PriorsOutcome =
  | { readonly kind: 'found'; readonly priors: TitlePriors }
  | { readonly kind: 'unknown-title' }
  | { readonly kind: 'no-model' };

/** Priors of titles from the transfer model in service. */
export class TitlePriorsReader {
  constructor(private readonly parts: TitlePriorsParts) {}

  /** Pictures are as of now: one that is newer than the model gets its prior, too. */
  async priorsOf(titleId: string): Promise<PriorsOutcome> {
    const { titles, artworks, models } = this.parts;
    if (!(await titles.findById(titleId))) return { kind: 'unknown-title' };
    const paths = [['rowCount'], ['meanReward'], ['guards'], ['titles', titleId]];
    const found = await models.activeParts('transfer', paths);
    if (!found) return { kind: 'no-model' };
    const [rowCount, meanReward, guards, own] = found.parts as StoredParts;
    const pictures = (await artworks.listByTitle(titleId)).map((artwork) => ({
      artworkId: artwork.artworkId,
      traits: pictureTraits(describeArtwork(artwork)),
    }));
    const transfer = own ?? {};
    const level = transfer.level?.effects[0];
    const priors = {
      ...{ titleId, modelVersion: found.version, fittedAt: found.activatedAt, rowCount, meanReward },
      ...{ isKnown: own !== null, kinds: await this.kindsOf(guards, transfer) },
      artworks: artworkPriors(transfer, pictures),
      expectedReward: level === undefined ? null : meanReward + level,
      leanings: leaningsOf(transfer),
      tones: transfer.tones ?? null,
    };
    return { kind: 'found', priors };
  }

  private async kindsOf(guards: Guards, transfer: TitleTransfer): Promise<TitlePriors['kinds']> {
    const names = await this.namesOf(transfer);
    const kindOf = (kind: TransferKind): KindOfPrior => {
      const { effectiveCount = 0, donors = [] } = transfer[kind] ?? {};
      const named = donors.map((donor) => ({ ...donor, name: names.get(donor.titleId) ?? null }));
      return { ...guards[kind], effectiveCount, donors: named };
    };
    return {
      ...{ similarity: kindOf('similarity'), 'micro-genre': kindOf('micro-genre') },
      ...{ level: kindOf('level'), taste: kindOf('taste') },
    };
  }

  private async namesOf(transfer: TitleTransfer): Promise<Map<string, string>> {
    const ids = TRANSFER_KINDS.flatMap((kind) => transfer[kind]?.donors.map(({ titleId }) => titleId) ?? []);
    const found = await Promise.all([...new Set(ids)].map((id) => this.parts.titles.findById(id)));
    return new Map(found.flatMap((title) => (title ? [[title.titleId, title.name] as const] : [])));
  }
}

type Guards = Readonly<Record<TransferKind, TransferGuard>>;
type StoredParts = [rowCount: number, meanReward: number, guards: Guards, own: TitleTransfer | null];

function leaningsOf({ taste }: TitleTransfer): AudienceLeaning[] {
  return FACETS.map((facet, f) => ({ facet, lift: taste?.effects[f] ?? 0 }))
    .filter(({ lift }) => lift !== 0)
    .sort((a, b) => Math.abs(b.lift) - Math.abs(a.lift));
}
