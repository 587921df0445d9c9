import { greedy } from '../exploration/greedy.policy';
import { candidateOf, contextOf, distributionOf } from '../policy-cases.factory';
import { editorialScorer } from './editorial.scorer';

const policy = greedy(editorialScorer());
const read = (...defaults: boolean[]) =>
  distributionOf(
    policy,
    contextOf(),
    defaults.map((isEditorialDefault, i) => candidateOf(`artwork-${i}`, { isEditorialDefault })),
  ).probabilities;

describe('editorialScorer, greedily', () => {
  it('shows the editorial default', () => {
    expect(read(false, false, true)).toEqual([0, 0, 1]);
  });

  it('shows the first by id of several or no defaults', () => {
    expect(read(false, true, true)).toEqual([0, 1, 0]);
    expect(read(false, false, false)).toEqual([1, 0, 0]);
  });
});
