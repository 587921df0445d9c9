import { extremeRows } from './extreme-sums';

const LOG = {
  ...{ rowCount: 4, clusterCount: 4, cluster: Int32Array.of(0, 1, 2, 3), candidateCount: null },
  reward: Float64Array.of(0.5, 3, -1, 0.5),
  propensity: Float64Array.of(0.1, 0.2, 0.1, 0.4),
  prediction: Float64Array.of(0.3, 0.2, 0.7, 0.1),
};
const TARGET = { weight: Float64Array.of(9, 1, 9, 0), expectedPrediction: null, facetWeight: null };
const BASELINE = { weight: Float64Array.of(1, 1, 1, 2), expectedPrediction: null, facetWeight: null };

describe('extremeRows', () => {
  const { log, policies } = extremeRows(LOG, [TARGET, BASELINE]);

  it('takes the heaviest row of each policy with the least and the largest reward', () => {
    expect([...policies[0].weight]).toEqual([9, 9, 0, 0]);
    expect([...policies[1].weight]).toEqual([1, 1, 2, 2]);
    expect([...log.reward]).toEqual([-1, 3, -1, 3]);
  });

  it('takes of equal weights that with the largest prediction, in whatever order rows lie', () => {
    expect([...(log.prediction ?? [])]).toEqual([0.7, 0.7, 0.1, 0.1]);
    const backwards = <Column extends Float64Array>(column: Column) => Float64Array.from(column).reverse();
    const turned = extremeRows(
      {
        ...LOG,
        reward: backwards(LOG.reward),
        propensity: backwards(LOG.propensity),
        prediction: backwards(LOG.prediction),
      },
      [TARGET, BASELINE].map((policy) => ({ ...policy, weight: backwards(policy.weight) })),
    );
    expect(turned).toEqual({ log, policies });
  });
});
