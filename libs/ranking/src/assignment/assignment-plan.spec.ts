import { LAYER_CELL_COUNT, SLICES, type RunningExperiment } from '@keyart/contracts';
import fc from 'fast-check';
import type { Assignment } from './assignment';
import { AssignmentPlan, type AssignmentPlanParts } from './assignment-plan';

const NO_SLICES = { uniform: 0, popular: 0, 'not-personalised': 0 };
const SLICES_OF_TENTHS = { uniform: 0.1, popular: 0.2, 'not-personalised': 0.05 };
const MEMBERS = Array.from({ length: 10_000 }, (_, i) => `member-${i}`);
/** |z| of a true standard normal exceeds it once in 2,000. */
const BOUND = 3.5;

function anExperiment(changes: Partial<RunningExperiment> = {}): RunningExperiment {
  const arms = [
    { name: 'control', weight: 1, policy: 'production' },
    { name: 'treatment', weight: 3, policy: 'llm' },
  ] as const;
  const base = { experimentId: 'trial', version: 1, salt: 'experiment/trial/1', arms, stoppedArms: [] };
  return { ...base, fromCell: 0, toCell: LAYER_CELL_COUNT, ...changes };
}

function planOf(changes: Partial<AssignmentPlanParts> = {}): AssignmentPlan {
  return new AssignmentPlan({ salt: 'test/1', slices: NO_SLICES, experiments: [], ...changes });
}

function assignAll(plan: AssignmentPlan): Assignment[] {
  return MEMBERS.map((memberId) => plan.assign({ memberId, isPersonalised: true, requestedPolicy: null }));
}

/** Standardised difference of a count from n · p. */
function shareZ(count: number, total: number, share: number): number {
  return (count - total * share) / Math.sqrt(total * share * (1 - share));
}

/** Pearson's χ² of a table, standardised: (χ² − df) / √(2 df). */
function independenceZ(pairs: readonly (readonly [string, string])[]): number {
  const [rows, columns] = [0, 1].map((side) => [...new Set(pairs.map((pair) => pair[side]))]);
  const countOf = (row?: string, column?: string): number =>
    pairs.filter(([a, b]) => (row ?? a) === a && (column ?? b) === b).length;
  const terms = rows.flatMap((row) =>
    columns.map((column) => {
      const expected = (countOf(row) * countOf(undefined, column)) / pairs.length;
      return (countOf(row, column) - expected) ** 2 / expected;
    }),
  );
  const freedom = (rows.length - 1) * (columns.length - 1);
  return (terms.reduce((sum, term) => sum + term, 0) - freedom) / Math.sqrt(2 * freedom);
}

describe('AssignmentPlan', () => {
  it('lets the first that speaks decide: request, preference, slice, experiment, default', () => {
    const experiments = [anExperiment()];
    const busy = planOf({ slices: SLICES_OF_TENTHS, experiments });
    const inSlice = MEMBERS[assignAll(busy).findIndex(({ slice }) => slice === 'popular')];
    const ask = { memberId: inSlice, isPersonalised: false, requestedPolicy: 'llm' } as const;
    const nobody = { slice: null, experiment: null, arm: null };
    expect(busy.assign(ask)).toEqual({ ...nobody, policy: 'llm', assignedBy: 'request' });
    expect(busy.assign({ ...ask, requestedPolicy: null })).toEqual({
      ...nobody,
      ...{ policy: 'not-personalised', assignedBy: 'preference' },
    });
    const personal = { ...ask, isPersonalised: true, requestedPolicy: null };
    expect(busy.assign(personal)).toEqual({
      ...nobody,
      ...{ policy: 'popular', assignedBy: 'slice', slice: 'popular' },
    });
    expect(planOf({ experiments }).assign(personal)).toMatchObject({
      ...{ assignedBy: 'experiment', experiment: 'trial/1', slice: null },
    });
    expect(planOf().assign(personal)).toEqual({ ...nobody, policy: 'production', assignedBy: 'default' });
  });

  it('gives slices, experiments and arms their shares', () => {
    const half = { fromCell: 2_000, toCell: 7_000 };
    const all = assignAll(planOf({ slices: SLICES_OF_TENTHS, experiments: [anExperiment(half)] }));
    const open = all.filter(({ slice }) => slice === null);
    const tested = open.filter(({ experiment }) => experiment === 'trial/1');
    const treated = tested.filter(({ arm }) => arm === 'treatment');
    expect(treated.every(({ policy }) => policy === 'llm')).toBe(true);
    const sliceZ = SLICES.map((name) =>
      shareZ(all.filter(({ slice }) => slice === name).length, all.length, SLICES_OF_TENTHS[name]),
    );
    const others = [shareZ(tested.length, open.length, 0.5), shareZ(treated.length, tested.length, 0.75)];
    expect([...sliceZ, ...others].filter((z) => !(Math.abs(z) < BOUND))).toEqual([]);
  });

  it('deals slices, layer and arms independently of each other, and each version anew', () => {
    const sliceNames = assignAll(planOf({ slices: { uniform: 0.3, popular: 0.3, 'not-personalised': 0.3 } }));
    const arms = (version: number) =>
      assignAll(planOf({ experiments: [anExperiment({ version, salt: `experiment/trial/${version}` })] }));
    const halves = assignAll(
      planOf({
        experiments: [
          anExperiment({ experimentId: 'low', toCell: LAYER_CELL_COUNT / 2 }),
          anExperiment({ experimentId: 'high', fromCell: LAYER_CELL_COUNT / 2 }),
        ],
      }),
    );
    const pair = (left: string[], right: string[]) => left.map((one, i): [string, string] => [one, right[i]]);
    const slices = sliceNames.map(({ slice }) => String(slice));
    const layer = halves.map(({ experiment }) => String(experiment));
    const [first, second] = [arms(1), arms(2)].map((some) => some.map(({ arm }) => String(arm)));
    const tables = [pair(slices, layer), pair(slices, first), pair(layer, first), pair(first, second)];
    expect(tables.map(independenceZ).filter((z) => !(z < BOUND))).toEqual([]);
  });

  it('keeps everybody else where they are when an experiment starts or a slice grows', () => {
    const first = anExperiment({ toCell: 3_000 });
    const second = anExperiment({ experimentId: 'other', salt: 'experiment/other/1', fromCell: 3_000 });
    const slices = { ...NO_SLICES, uniform: 0.1, popular: 0.1 };
    const before = assignAll(planOf({ slices, experiments: [first] }));
    const more = assignAll(planOf({ slices, experiments: [first, second] }));
    const wider = assignAll(planOf({ slices: { ...slices, uniform: 0.2 }, experiments: [first] }));
    expect(more.filter((one, i) => before[i].assignedBy !== 'default' && one.arm !== before[i].arm)).toEqual(
      [],
    );
    const moved = wider.filter((one, i) => one.slice !== before[i].slice);
    expect(moved.length).toBeGreaterThan(0.08 * MEMBERS.length);
    expect(new Set(moved.map(({ slice }) => slice))).toEqual(new Set(['uniform']));
    expect(wider.filter((one, i) => before[i].slice === 'uniform' && one.slice !== 'uniform')).toEqual([]);
  });

  it('is a function of plan and member, whatever the order of the experiments', () => {
    const cells = fc.uniqueArray(fc.integer({ min: 0, max: LAYER_CELL_COUNT }), {
      minLength: 2,
      maxLength: 8,
    });
    fc.assert(
      fc.property(cells, fc.string(), (bounds, memberId) => {
        const ends = [...bounds].sort((a, b) => a - b);
        const experiments = ends.slice(1).map((toCell, i) => {
          const experimentId = `e${i}`;
          return anExperiment({ experimentId, salt: experimentId, fromCell: ends[i], toCell });
        });
        const question = { memberId, isPersonalised: true, requestedPolicy: null };
        const answer = planOf({ experiments }).assign(question);
        expect(planOf({ experiments: [...experiments].reverse() }).assign(question)).toEqual(answer);
      }),
    );
  });

  it.each([
    ['experiments', { experiments: [anExperiment(), anExperiment({ experimentId: 'b', fromCell: 9_999 })] }],
    ['experiments', { experiments: [anExperiment({ toCell: LAYER_CELL_COUNT + 1 })] }],
    ['experiments', { experiments: [anExperiment({ fromCell: -1 })] }],
    ['experiments', { experiments: [anExperiment({ fromCell: 5, toCell: 5 })] }],
    ['experiments', { experiments: [anExperiment({ fromCell: 0.5 })] }],
    ['arms', { experiments: [anExperiment({ arms: [] })] }],
    ['popular', { slices: { ...NO_SLICES, popular: 0.4 } }],
    ['uniform', { slices: { ...NO_SLICES, uniform: NaN } }],
  ])('refuses bad %s by name', (parameter, bad) => {
    expect(() => planOf(bad)).toThrow(expect.objectContaining({ parameter }));
  });

  it('serves members of a stopped arm by the default, and moves nobody else', () => {
    const before = assignAll(planOf({ experiments: [anExperiment()] }));
    const after = assignAll(planOf({ experiments: [anExperiment({ stoppedArms: ['treatment'] })] }));
    before.forEach((assignment, i) => {
      const isStopped = assignment.arm === 'treatment';
      const expected = { policy: 'production', assignedBy: 'default', experiment: null, arm: null };
      expect(after[i]).toMatchObject(isStopped ? expected : assignment);
    });
  });
});
