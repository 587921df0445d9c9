import type { SimilarityFloor } from '../similarity/evaluate-similarity';
import { renderFloors } from '../similarity/render-similarity';
import { renderTable } from '../terminal/table';
import { percent, range } from '../world/figures';
import type { AudienceEvaluation } from './evaluate-audience';
import type { PriorRegret, RegretEvaluation } from './evaluate-regret';

/** All that `keyart transfer evaluate` measures. */
export interface TransferEvaluation {
  readonly seed: string;
  readonly source: string;
  readonly audience: AudienceEvaluation;
  readonly regret: RegretEvaluation;
  readonly floors: readonly SimilarityFloor[];
}

function audienceText(audience: AudienceEvaluation): string {
  const { splitYear, donorCount, coldCount, trainingPairCount, testPairCount, takeCounts } = audience;
  const body = audience.rows.map(({ name, logLoss, change }) => [
    ...[name, logLoss.toFixed(5), percent(change.value), range(change)],
  ]);
  return [
    `WHO TAKES A NEW FILM: ${coldCount} films from ${splitYear} on, ${donorCount} donors from before; ${testPairCount} pairs (${takeCounts[1]} takes), ` +
      `calibrated on ${trainingPairCount} pairs (${takeCounts[0]}) of viewers who had left before ${splitYear} and films of the eight years before`,
    renderTable([['prior', 'log-loss', 'against global', '95% by film'], ...body]),
  ].join('\n');
}

const REGRET_HEADING = [
  ...['prior', 'regret', 'spread', 'correlation', 'below flat', '95%', 'below catalogue', '95% by title'],
];

function regretTable(priors: readonly PriorRegret[]): string {
  const body = priors.map(({ name, regret: own, spread, correlation, belowFlat, belowCatalogue }) => [
    ...[name, own.toFixed(1), spread.toFixed(3), correlation === null ? '' : correlation.toFixed(3)],
    ...[percent(belowFlat.value), range(belowFlat), percent(belowCatalogue.value), range(belowCatalogue)],
  ]);
  return renderTable([REGRET_HEADING, ...body]);
}

function regretText(regret: RegretEvaluation): string {
  const { priors, coldTitleCount, impressionCount, decisionCount, drawCount, knobs, guards } = regret;
  const told = Object.entries(guards).map(
    ([name, [similarity, microGenre]]) =>
      `  ${name}: similarity ${similarity.reason}; micro-genres ${microGenre.reason}`,
  );
  return [
    `FIRST ${impressionCount} IMPRESSIONS of ${coldTitleCount} cold titles, ${drawCount} draws each, Thompson sampling; log of ${decisionCount} decisions on warm titles; ` +
      `planted logits: similarity ${knobs.similarity}, micro-genre ${knobs.microGenre}, scene ${knobs.scene}, region ${knobs.region}`,
    "against each viewer's best picture; content: the bandit's taste × traits",
    regretTable(priors.viewer),
    'against the picture that is best for all viewers; content: its mean over viewers',
    regretTable(priors.title),
    'guards, by what titles were told alike by:',
    ...told,
  ].join('\n');
}

/** The evaluation as text. */
export function renderTransfer({ seed, source, audience, regret, floors }: TransferEvaluation): string {
  return [`${source}; seed ${seed}`, audienceText(audience), regretText(regret), renderFloors(floors)].join(
    '\n\n',
  );
}
