import { contentHash } from '@keyart/common';
import type { AudienceFit } from '../audience/fit-audience';
import type { InsightFit } from '../insights/fit-insights';
import type { TransferPart } from '../kriging/transfer-part';
import { donorTones, type TitleTones } from './donor-tones';
import { transferGuard } from './transfer-guard';
import type {
  PriorDonor,
  TitleTransfer,
  TransferGuard,
  TransferKind,
  TransferModel,
  TransferredEffects,
} from './transfer-model';

/** What a transfer model is made from. */
export interface TransferModelParts {
  readonly insights: InsightFit;
  /** null: no decisions. */
  readonly audience: AudienceFit | null;
  /** Ids of all titles of the catalogue, of the log or not. */
  readonly titleIds: readonly string[];
  /** Tone mixes of titles; unset: tones are not known, and nothing is said of them. */
  readonly tones?: TitleTones;
}

const DONOR_COUNT = 8;
const DIGITS = 1e6;
const VERSION_LENGTH = 16;

type WeighedParts = Readonly<Record<TransferKind, readonly [part: TransferPart | null, weight: number]>>;

function rounded(value: number): number {
  return Math.round(value * DIGITS) / DIGITS;
}

function partsOf({ insights, audience }: TransferModelParts): WeighedParts {
  const { similarity, microGenre, weights } = insights;
  return {
    similarity: [similarity, weights.similarity],
    'micro-genre': [microGenre, weights['micro-genre']],
    level: [audience?.level ?? null, 1],
    taste: [audience?.taste ?? null, 1],
  };
}

function guardsOf(parts: WeighedParts): Record<TransferKind, TransferGuard> {
  const guards = Object.entries(parts).map(([kind, [part, weight]]) => {
    const { heldOutGain, standardError, ...guard } = transferGuard(part, weight);
    const figures = { heldOutGain: rounded(heldOutGain), standardError: rounded(standardError) };
    return [kind, { ...guard, ...figures, weight: rounded(guard.weight) }] as const;
  });
  return Object.fromEntries(guards) as Record<TransferKind, TransferGuard>;
}

/** null: nothing similar was found, or the guard is off. */
function effectsOf(titleId: string, [part, weight]: WeighedParts[TransferKind]): TransferredEffects | null {
  if (part === null || !part.isOn || weight === 0) return null;
  const { effects, donors, effectiveCount } = part.predict(titleId);
  if (donors.length === 0) return null;
  return {
    effects: Array.from(effects, (effect) => rounded(weight * effect)),
    effectiveCount: Math.round(effectiveCount * 10) / 10,
    donors: donors.slice(0, DONOR_COUNT).map(({ title, similarity, weight: own, rowCount }): PriorDonor => {
      return { titleId: String(title), similarity: rounded(similarity), weight: rounded(own), rowCount };
    }),
  };
}

function transferOf(titleId: string, parts: WeighedParts, tones: TitleTones | undefined): TitleTransfer {
  const said = Object.entries(parts).flatMap(([kind, part]) => {
    const effects = effectsOf(titleId, part);
    return effects === null ? [] : [[kind, effects] as const];
  });
  const found = Object.fromEntries(said) as TitleTransfer;
  const { donors = [] } = found.similarity ?? found.level ?? {};
  const mix = tones ? donorTones(donors, tones) : null;
  return mix === null ? found : { ...found, tones: mix };
}

/** Lays out what was learnt for every title of the catalogue; equal fits give equal versions. */
export function buildTransferModel(given: TransferModelParts): TransferModel {
  const parts = partsOf(given);
  const titles = given.titleIds
    .map((titleId) => [titleId, transferOf(titleId, parts, given.tones)] as const)
    .filter(([, transfer]) => Object.keys(transfer).length > 0);
  const content = {
    rowCount: given.insights.rowCount,
    meanReward: rounded(given.audience?.meanReward ?? 0),
    guards: guardsOf(parts),
    titles: Object.fromEntries(titles),
  };
  return { version: `transfer-${contentHash(JSON.stringify(content), VERSION_LENGTH)}`, ...content };
}
