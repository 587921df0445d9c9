import type { SimilarityFloor } from '../similarity/evaluate-similarity';
import type { AudienceEvaluation } from './evaluate-audience';
import type { RegretEvaluation } from './evaluate-regret';

const LEAST_LOG_LOSS_GAIN = 0.05;
const LEAST_REGRET_GAIN = 0.3;
/** Names in the tables that the floors are about. */
const [AUDIENCE_ROW, REGRET_ROW] = [
  'share of similar films taken',
  'catalogue, content, similar titles',
] as const;

function atLeast(what: string, value: number, floor: number): SimilarityFloor {
  return { what, value, floor, isLeast: true, isMet: value >= floor };
}

/** What was asked of transfer, and whether it holds. */
export function transferFloors(
  { rows }: AudienceEvaluation,
  { priors, guards }: RegretEvaluation,
): SimilarityFloor[] {
  const audience = rows.find(({ name }) => name === AUDIENCE_ROW);
  const regret = priors.viewer.find(({ name }) => name === REGRET_ROW);
  const wrong = [...guards.shuffled, ...guards['turned round']];
  const isOff = wrong.every(({ isOn }) => !isOn);
  return [
    atLeast(
      'log-loss of who takes a new film, below the global prior',
      -(audience?.change.value ?? 0),
      LEAST_LOG_LOSS_GAIN,
    ),
    atLeast(
      "regret of the first 1,000 impressions against each viewer's best picture, below a flat prior",
      regret?.belowFlat.value ?? 0,
      LEAST_REGRET_GAIN,
    ),
    atLeast('transfer is off where similarity is shuffled or effects are turned round', isOff ? 1 : 0, 1),
  ];
}
