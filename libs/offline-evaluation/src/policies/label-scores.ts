import { contentHash } from '@keyart/common';
import type { ArtworkRanker, RankedTitle, TitleToRank } from '@keyart/llm';
import type { LabelScores } from '@keyart/ranking';
import type { JudgedDecision } from './judged-decision';
import { KeptScores, type KeptScore } from './kept-scores';

/** What an LLM's scores are read with. */
export interface LabelScoresParts {
  readonly ranker: Pick<ArtworkRanker, 'rank' | 'modelVersion'>;
  /** JSON lines, appended to as it goes; a pass that was cut off goes on from it. undefined: kept nowhere. */
  readonly file?: string;
  readonly onProgress: (fraction: number, note: string) => void;
}

/** A viewer's title, asked about once however often it was decided. */
interface Question {
  readonly key: string;
  readonly decision: JudgedDecision;
}

const KEY_LENGTH = 24;
/** The viewer's part of the prompt is evaluated once a call; as few titles as make progress visible. */
const TITLES_PER_CALL = 8;

/**
 * Asks the LLM about every (viewer, taste, title, candidates) of the decisions, once each, viewer by viewer.
 * @returns scores by decision
 * @throws LlmError of the model; what was answered until then is in the file
 */
export async function labelScores(
  decisions: readonly JudgedDecision[],
  parts: LabelScoresParts,
): Promise<ReadonlyMap<JudgedDecision, LabelScores>> {
  const { ranker, file, onProgress } = parts;
  const questions = decisions.map((decision) => ({
    decision,
    key: keyOf(decision, ranker.modelVersion),
  }));
  const kept = await KeptScores.open(file);
  const open = new Map(questions.filter(({ key }) => !kept.of(key)).map((one) => [one.key, one]));
  const calls = callsOf([...open.values()]);
  let doneCount = 0;
  for (const call of calls) {
    await kept.add(await ask(call, ranker));
    doneCount += call.length;
    onProgress(doneCount / open.size, `${doneCount} of ${open.size} titles asked`);
  }
  return new Map(
    questions.flatMap(({ key, decision }) => {
      const scores = kept.of(key);
      return scores ? [[decision, scores]] : [];
    }),
  );
}

/** Everything that the answer hangs on. */
function keyOf({ choice, artworks, taste, known }: JudgedDecision, modelVersion: string): string {
  const captions = artworks
    .map(({ artworkId, captionVersion }) => [artworkId, captionVersion])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const member = known?.record.memberId ?? choice.userId;
  return contentHash(
    JSON.stringify([modelVersion, member, taste.version, choice.titleId, captions]),
    KEY_LENGTH,
  );
}

/** Titles of one viewer and taste together: they share the beginning of the prompt. */
function callsOf(questions: readonly Question[]): Question[][] {
  const byViewer = new Map<string, Question[]>();
  for (const question of questions) {
    const { known, taste, choice } = question.decision;
    const viewer = JSON.stringify([known?.record.memberId ?? choice.userId, taste.version]);
    byViewer.set(viewer, [...(byViewer.get(viewer) ?? []), question]);
  }
  return [...byViewer.values()].flatMap((own) =>
    Array.from({ length: Math.ceil(own.length / TITLES_PER_CALL) }, (_, i) =>
      own.slice(i * TITLES_PER_CALL, (i + 1) * TITLES_PER_CALL),
    ),
  );
}

async function ask(questions: readonly Question[], ranker: LabelScoresParts['ranker']): Promise<KeptScore[]> {
  const [{ decision: first }] = questions;
  const ranked = await ranker.rank({
    memberId: first.known?.record.memberId ?? first.choice.userId,
    // As precomputed scores are made: pages of one member come from anywhere.
    viewer: { taste: first.taste, region: '' },
    titles: questions.flatMap(({ decision }) => titleOf(decision) ?? []),
  });
  return questions.map(({ key }, i) => ({ key, scores: scoresOf(ranked[i]) }));
}

function titleOf({ choice, artworks, known }: JudgedDecision): TitleToRank {
  if (!known) throw new Error(`nothing is known of title ${choice.titleId}`);
  return { titleId: choice.titleId, title: known.title, artworks };
}

function scoresOf({ modelVersion, formulation, artworkIds, values, ...rest }: RankedTitle): LabelScores {
  const { labelMass, missingLabelCount } = rest;
  return { modelVersion, formulation, artworkIds, values, labelMass, missingLabelCount };
}
