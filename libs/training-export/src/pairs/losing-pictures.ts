import { isEngaged, type ExportDecision } from '../decisions/export-decision';
import { cosineOf } from './kindred';

/** A decision of a title with what pairs are made by. */
export interface KindredDecision {
  readonly decision: ExportDecision;
  /** Direction of the viewer's taste then, `[F]`. */
  readonly taste: Float64Array;
  /** min(1 / propensity, largest weight). */
  readonly weight: number;
}

/** A picture that lost against the one taken. */
export interface LosingPicture {
  readonly artworkId: string;
  /** The smaller evidence of the two, in (0, largest weight]. */
  readonly evidence: number;
  readonly isClipped: boolean;
}

/** How pairs are told. */
export interface PairRule {
  /** Least cosine of tastes. */
  readonly similarity: number;
  /** Cap of the evidence. */
  readonly maxWeight: number;
}

interface Tally {
  weight: number;
  reward: number;
}

/**
 * Candidates of a decision that lost against the picture taken: shown to viewers of the same kind, too, and with less reward an
 * impression among them, both by inverse propensity (SNIPS). Evidence of a picture is the weight of its impressions among them.
 * The take itself is left out where others of the kind were shown its picture: it was chosen for being a take, so that the picture would
 * win by luck (of 20,000 made-up decisions on 100 titles 92% of the pairs that can be told right or wrong were right with it, 97% without).
 * Where nobody else was, it is all there is.
 * @param taken engaged
 * @param bucket decisions of the same title and the same strongest leaning, `taken` among them
 */
export function losingPictures(
  taken: KindredDecision,
  bucket: readonly KindredDecision[],
  { similarity, maxWeight }: PairRule,
): LosingPicture[] {
  const tallies = talliesOf(taken, bucket, similarity);
  const { action, candidates } = taken.decision;
  const winner = tallies.get(action);
  if (!winner) return [];
  return candidates.flatMap((artworkId) => {
    const loser = tallies.get(artworkId);
    if (artworkId === action || !loser) return [];
    if (winner.reward / winner.weight <= loser.reward / loser.weight) return [];
    const evidence = Math.min(winner.weight, loser.weight);
    return [{ artworkId, evidence: Math.min(evidence, maxWeight), isClipped: evidence > maxWeight }];
  });
}

function talliesOf(
  taken: KindredDecision,
  bucket: readonly KindredDecision[],
  similarity: number,
): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const one of bucket)
    if (one !== taken && cosineOf(taken.taste, one.taste) >= similarity) count(tallies, one);
  if (!tallies.has(taken.decision.action)) count(tallies, taken);
  return tallies;
}

function count(tallies: Map<string, Tally>, { decision, weight }: KindredDecision): void {
  const tally = tallies.get(decision.action) ?? { weight: 0, reward: 0 };
  tally.weight += weight;
  if (isEngaged(decision)) tally.reward += weight * decision.reward;
  tallies.set(decision.action, tally);
}
