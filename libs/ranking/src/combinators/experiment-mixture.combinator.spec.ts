import { NEW_VIEWER_TASTE } from '@keyart/features';
import { greedy } from '../exploration/greedy.policy';
import { randomPolicy } from '../exploration/random.policy';
import { candidatesOf, contextOf, distributionOf, fixedScorer } from '../policy-cases.factory';
import { experimentMixture } from './experiment-mixture.combinator';

const arms = [
  { name: 'uniform', weight: 1, policy: randomPolicy() },
  { name: 'greedy', weight: 3, policy: greedy(fixedScorer({ a: 1, b: 0 })) },
];
const members = Array.from({ length: 20_000 }, (_, i) => `member-${i}`);
const shareOf = (mixture: { armOf(id: string): string }, name: string): number =>
  members.filter((id) => mixture.armOf(id) === name).length / members.length;

describe('experimentMixture', () => {
  const mixture = experimentMixture({ salt: 'test/1', arms });

  it('deals members in proportion to the weights', () => {
    const standardError = Math.sqrt((0.25 * 0.75) / members.length);
    expect(Math.abs(shareOf(mixture, 'uniform') - 0.25)).toBeLessThan(4 * standardError);
  });

  it('answers with the arm of the member and names it', () => {
    const contextFor = (memberId: string) => contextOf({ viewer: { memberId, taste: NEW_VIEWER_TASTE } });
    const [uniform, sure] = ['uniform', 'greedy'].map((name) =>
      members.find((id) => mixture.armOf(id) === name),
    );
    const ask = (memberId = '') => distributionOf(mixture, contextFor(memberId), candidatesOf('a', 'b'));
    expect([ask(uniform).arm, ask(uniform).probabilities]).toEqual(['uniform', [0.5, 0.5]]);
    expect([ask(sure).arm, ask(sure).probabilities]).toEqual(['greedy', [1, 0]]);
  });

  it('deals anew under another salt', () => {
    const other = experimentMixture({ salt: 'test/2', arms });
    const same = members.filter((id) => mixture.armOf(id) === other.armOf(id)).length / members.length;
    expect(Math.abs(same - (0.25 ** 2 + 0.75 ** 2))).toBeLessThan(4 * Math.sqrt(0.25 / members.length));
  });

  it('gives an arm without weight no member, wherever it stands', () => {
    const [first, second] = arms;
    const idle = { ...first, name: 'idle', weight: 0 };
    const withIdle = experimentMixture({ salt: 'test/1', arms: [idle, second, { ...idle, name: 'idle-2' }] });
    expect(shareOf(withIdle, 'greedy')).toBe(1);
  });

  it.each([
    ['weight', [{ ...arms[0], weight: -1 }, arms[1]]],
    ['weight', [{ ...arms[0], weight: NaN }]],
    ['arms', [arms[0], arms[0]]],
    ['arms', [{ ...arms[0], weight: 0 }]],
    ['arms', []],
    [
      'arms',
      [
        { ...arms[0], weight: 1e308 },
        { ...arms[1], weight: 1e308 },
      ],
    ],
  ])('refuses bad %s by name', (parameter, bad) => {
    expect(() => experimentMixture({ salt: 's', arms: bad })).toThrow(expect.objectContaining({ parameter }));
  });
});
