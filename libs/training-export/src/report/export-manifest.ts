import type { Formulation } from '@keyart/contracts';
import { templateVersionOf } from '@keyart/llm';
import { SIDES, VALIDATION_SPLIT_VERSION, type Side, type SplitRule } from '../decisions/split-rule';
import { isPreference, type Recipe } from '../rows/recipe';
import type { RowSettings } from '../rows/row-plan';
import { TOKEN_COUNT_METHOD } from '../rows/token-count';
import { TRAINING_ROWS_SCHEMA, type EvidenceKind } from '../rows/training-row';
import type { ExcludedCount, ExportTally } from './export-tally';
import type { EvidenceCount, LengthReport, SlotCount, WeightReport } from './side-tally';

/** One side of an export. */
export interface SideReport {
  readonly rowCount: number;
  readonly decisionCount: number;
  readonly memberCount: number;
  readonly byEvidence: Readonly<Record<EvidenceKind, EvidenceCount>>;
  /** null without rows. */
  readonly weights: WeightReport | null;
  readonly tokens: LengthReport | null;
  /** Where the picture of the row stands among the options; empty where pictures have no places. */
  readonly slots: readonly SlotCount[];
  readonly labels: Readonly<Record<string, number>>;
}

/** A file that rows were written to or made of. */
export interface FingerprintedFile {
  readonly file: string;
  readonly sha256: string;
}

/** A file of rows. */
export interface RowFileReport extends FingerprintedFile {
  readonly rowCount: number;
}

/** `manifest.json` beside the rows; equal for equal input, options and version but for `createdAt`. */
export interface ExportManifest {
  readonly schema: typeof TRAINING_ROWS_SCHEMA;
  readonly recipe: Recipe;
  readonly formulation: Formulation;
  readonly template: { readonly name: string; readonly version: string };
  /** SHA-256 of the bytes of `train.jsonl` followed by those of `validation.jsonl`. */
  readonly dataFingerprint: string;
  readonly files: readonly RowFileReport[];
  readonly counts: Readonly<Record<Side, SideReport>> & {
    readonly log: LogCounts;
    readonly excluded: readonly ExcludedCount[];
  };
  readonly settings: {
    readonly maxWeight: number;
    readonly historyTokens: number;
    readonly neverShownWeight: number;
    readonly hasNegatives: boolean;
    readonly similarity: number;
    /** What a decision not taken counts beside one taken. */
    readonly notTakenScale: number;
    readonly rationales: 'file' | 'facts' | null;
  };
  readonly split: {
    readonly members: SplitRule['members'];
    /** null where the context marks members. */
    readonly rule: { readonly version: string; readonly validationShare: number } | null;
    /** ISO 8601, UTC; null: no cut. */
    readonly cut: string | null;
    /** Manifest of the holdout that was kept; null: none. */
    readonly holdout: string | null;
  };
  readonly tokenLimit: { readonly method: typeof TOKEN_COUNT_METHOD; readonly maxTokens: number };
  readonly warnings: readonly string[];
  readonly notes: readonly string[];
  readonly source: readonly FingerprintedFile[];
  readonly seed: string;
  readonly version: string;
  readonly command: string;
  readonly createdAt: string;
}

/** Rows of the log before any was made a training row. */
export interface LogCounts {
  readonly rowCount: number;
  readonly lockedCount: number;
  readonly quarantinedCount: number;
}

/** What a manifest is made of beside the rows. */
export interface ManifestParts extends Pick<
  ExportManifest,
  'dataFingerprint' | 'files' | 'notes' | 'source' | 'version' | 'command'
> {
  readonly settings: RowSettings;
  readonly rule: SplitRule;
  readonly holdout: string | null;
  readonly log: LogCounts;
  readonly notTakenScale: number;
  readonly rationales: 'file' | 'facts';
  readonly now: Date;
}

/** The manifest of rows that were written. */
export function manifestOf(tally: ExportTally, parts: ManifestParts): ExportManifest {
  const { settings, rule, holdout } = parts;
  const { recipe, prompt, maxTokens, seed } = settings;
  return {
    ...{ schema: TRAINING_ROWS_SCHEMA, recipe, formulation: prompt.formulation },
    template: { name: prompt.template.name, version: templateVersionOf(prompt) },
    ...{ dataFingerprint: parts.dataFingerprint, files: parts.files },
    counts: {
      ...{ train: sideReport(tally, 'train'), validation: sideReport(tally, 'validation') },
      ...{ log: parts.log, excluded: tally.exclusions() },
    },
    settings: {
      ...{ maxWeight: settings.maxWeight, historyTokens: prompt.historyTokens },
      ...{ neverShownWeight: settings.neverShownWeight, hasNegatives: settings.hasNegatives },
      ...{ similarity: settings.similarity, notTakenScale: parts.notTakenScale },
      rationales: recipe === 'sft-reasoning' ? parts.rationales : null,
    },
    split: {
      members: rule.members,
      rule:
        rule.members === 'drawn'
          ? { version: VALIDATION_SPLIT_VERSION, validationShare: rule.validationShare }
          : null,
      cut: rule.cutAtMs === null ? null : new Date(rule.cutAtMs).toISOString(),
      holdout,
    },
    tokenLimit: { method: TOKEN_COUNT_METHOD, maxTokens },
    ...{ warnings: warningsOf(tally, parts), notes: parts.notes, source: parts.source, seed },
    ...{ version: parts.version, command: parts.command, createdAt: parts.now.toISOString() },
  };
}

function sideReport(tally: ExportTally, side: Side): SideReport {
  const rows = tally.sides[side];
  return {
    ...{ rowCount: rows.rowCount, decisionCount: tally.decisionCount(side) },
    ...{ memberCount: tally.memberCount(side), byEvidence: rows.byEvidence() },
    ...{ weights: rows.weights(tally.meanWeight), tokens: rows.tokens() },
    ...{ slots: rows.slots(), labels: rows.labelCounts() },
  };
}

/** Of up to 26 places one lies further off by chance once in 600 exports. */
const SLOT_DEVIATION_LIMIT = 4;
const LOW_EFFECTIVE_SHARE = 0.1;
const HIGH_CLIP_RATE = 0.1;

function warningsOf(tally: ExportTally, { settings, rationales }: ManifestParts): string[] {
  const { train, validation } = tally.sides;
  const weights = train.weights(tally.meanWeight);
  const bent = SIDES.flatMap((side) =>
    tally.sides[side]
      .slots()
      .filter(({ deviation }) => Math.abs(deviation) > SLOT_DEVIATION_LIMIT)
      .map(({ slot }) => `${side}: place ${slot} is not met as often as the others`),
  );
  const tooLong = tally.exclusions().find(({ reason }) => reason === 'over-long');
  return [
    ...bent,
    ...(validation.rowCount === 0 ? ['no validation rows: nothing will say when to stop'] : []),
    ...(weights && weights.effectiveShare < LOW_EFFECTIVE_SHARE
      ? [`few heavy rows: ${train.rowCount} are worth ${weights.effectiveSampleSize.toFixed(0)}`]
      : []),
    ...(weights && !isPreference(settings.recipe) && weights.clipRate > HIGH_CLIP_RATE
      ? [
          `${(100 * weights.clipRate).toFixed(0)}% of the weights are clipped: rarely shown pictures count too little`,
        ]
      : []),
    ...(tooLong
      ? [`${tooLong.decisionCount} decisions are left out as too long: ${tooLong.examples.join(', ')}`]
      : []),
    ...(settings.recipe === 'sft-reasoning' && rationales === 'facts'
      ? ['rationales are made from the facts, not by a teacher: --rationales FILE takes better ones']
      : []),
  ];
}
