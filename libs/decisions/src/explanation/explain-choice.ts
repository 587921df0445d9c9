import { RANKERS, type ArtworkRecord, type DecisionRecord, type Source } from '@keyart/contracts';
import { FACETS, type Facet, type TasteProfile } from '@keyart/features';
import { FACET_WORDS } from './facet-words';

/** Why a picture was shown, for people. */
export interface ChoiceExplanation {
  /** One plain sentence without a full stop. */
  readonly headline: string;
  /** What bent the choice, at most four. */
  readonly notes: readonly string[];
}

/** Below this the common ground of taste and picture is chance. */
const MIN_MATCH = 0.05;
const LOVES_FROM = 0.5;

const WITHOUT_TASTE: Readonly<Record<Source, string>> = {
  llm: 'The language model thinks it fits',
  student: 'The language model’s student thinks it fits',
  'hybrid-llm': 'It does well, and the language model thinks it fits',
  'hybrid-student': 'It does well, and the language model’s student thinks it fits',
  campaign: 'It does well with viewers who like what you like',
  bandit: 'It does well with most viewers',
  popular: 'It is what most viewers go for',
  editorial: 'It is the editors’ choice',
  random: 'It was drawn by lot',
};

/** Of their scores no cause is claimed, common ground is only noted. */
const PICKERS: Readonly<Partial<Record<Source, string>>> = {
  llm: 'The language model’s pick',
  student: 'The pick of the language model’s student',
  'hybrid-llm': 'Picked from experience and by the language model',
  'hybrid-student': 'Picked from experience and by the language model’s student',
};

/**
 * The decision in plain words: what taste and picture share, and what bent the choice. Deterministic.
 * @param taste as of the decision; null: no longer kept
 */
export function explainChoice(
  record: DecisionRecord,
  taste: TasteProfile | null,
  artwork: Pick<ArtworkRecord, 'facets'>,
): ChoiceExplanation {
  return { headline: headlineOf(record, taste, artwork), notes: notesOf(record, taste) };
}

function headlineOf(
  record: DecisionRecord,
  taste: TasteProfile | null,
  artwork: Pick<ArtworkRecord, 'facets'>,
): string {
  if (record.stickyOutcome === 'pinned') return 'It is the picture you pinned';
  if (record.isLocked) return 'It is the picture you chose this title by';
  if (record.candidates.length === 1) return 'It is the only picture that may be shown here';
  const plain = WITHOUT_TASTE[record.source];
  if (record.assignedBy === 'preference') return `Not personalised, as you wished: ${lowerFirst(plain)}`;
  if (!isPersonal(record) || taste === null) return plain;
  const shared = sharedFacets(taste, artwork);
  if (shared.length > 0 && record.source === 'bandit') return `Because you ${likingOf(shared, taste)}`;
  const picker = PICKERS[record.source];
  if (shared.length > 0 && picker) return `${picker}; you ${likingOf(shared, taste)}`;
  return taste.historyCount === 0 ? `New here: ${lowerFirst(plain)}` : plain;
}

/** Facets that the viewer leans to and the picture shows, strongest common ground first, at most two. */
function sharedFacets(taste: TasteProfile, { facets }: Pick<ArtworkRecord, 'facets'>): Facet[] {
  const match = (facet: Facet): number => (taste.facets[facet] ?? 0) * (facets[facet] ?? 0);
  const matching = FACETS.filter((facet) => (taste.facets[facet] ?? 0) > 0 && match(facet) >= MIN_MATCH);
  return matching.sort((a, b) => match(b) - match(a)).slice(0, 2);
}

/** Only the bandit's scores are known to come from the facets; of the language model no cause is claimed. */
function likingOf(shared: readonly Facet[], taste: TasteProfile): string {
  const verb = (taste.facets[shared[0]] ?? 0) >= LOVES_FROM ? 'love' : 'like';
  return `${verb} ${shared.map((facet) => FACET_WORDS[facet]).join(' and ')}`;
}

/** Whether the policy looks at tastes at all. */
export function isPersonal({ policy }: DecisionRecord): boolean {
  return (RANKERS as readonly string[]).includes(policy);
}

function notesOf(record: DecisionRecord, taste: TasteProfile | null): string[] {
  const likeliest = Math.max(...record.candidates.map(({ probability }) => probability));
  const notes: string[] = [];
  if (record.stickyOutcome === 'locked') notes.push('stays after a play');
  else if (record.stickyOutcome === 'held') notes.push('kept since last time');
  else if (record.stickyOutcome === 'released') notes.push('changed: another is clearly better');
  if (record.propensity < likeliest) notes.push(`explores: the favourite had ${percent(likeliest)}`);
  const failed = record.tierFailures.find(({ source }) => source !== record.source);
  if (failed) notes.push(`${failed.source} had no answer`);
  if (isPersonal(record) && taste === null) notes.push('the taste of that day is no longer kept');
  return notes;
}

/** A fraction for people, e.g. `62 %`. */
export function percent(fraction: number): string {
  const hundredths = fraction * 100;
  return `${hundredths < 10 ? hundredths.toFixed(1) : Math.round(hundredths)} %`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
