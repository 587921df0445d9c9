import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { createRandom } from '@keyart/common';
import {
  Analysis,
  buildHoldout,
  evaluateLog,
  holdoutSideOf,
  manifestFileOf,
  readHoldoutSplit,
  type HoldoutManifest,
  type HoldoutOptions,
} from '@keyart/decision-log';
import { LogFolder } from '../../factories/decision-log-file.factory';
import { evaluationOptions } from '../../factories/evaluation-options.factory';
import { holdoutOptions } from '../../factories/holdout-options.factory';
import { slicedLog, withoutColumn, type SlicedRow } from '../../factories/sliced-log.factory';

const ROWS = slicedLog({ rowCount: 3000 });

let folder: LogFolder;
beforeAll(() => {
  folder = new LogFolder();
});
afterAll(() => folder.remove());

async function withAnalysis<T>(work: (analysis: Analysis) => Promise<T>): Promise<T> {
  const analysis = await Analysis.open();
  return work(analysis).finally(() => analysis.close());
}

async function build(
  rows: readonly SlicedRow[],
  changes: Partial<HoldoutOptions> = {},
): Promise<HoldoutManifest> {
  const file = folder.writeCsv('log.csv', rows);
  const options = holdoutOptions(file, folder.file('holdout.parquet'), changes);
  return withAnalysis((analysis) => buildHoldout(analysis, options));
}

function readRows(): Promise<Record<string, unknown>[]> {
  const sql = `SELECT *, timestamp::VARCHAR AS moment FROM '${folder.file('holdout.parquet')}'`;
  return withAnalysis((analysis) => analysis.rows(sql));
}

async function idsOf(rows: readonly SlicedRow[], changes: Partial<HoldoutOptions> = {}): Promise<string[]> {
  await build(rows, changes);
  return (await readRows()).map((row) => String(row.decision_id));
}

/** Fisher–Yates. */
function shuffled<T>(rows: readonly T[], seed: string): T[] {
  const random = createRandom(seed);
  const all = [...rows];
  for (let i = all.length - 1; i > 0; i--) {
    const j = Math.floor(random.next() * (i + 1));
    [all[i], all[j]] = [all[j], all[i]];
  }
  return all;
}

describe('buildHoldout', () => {
  it('holds out by time and by member: training keeps neither, whatever log, salt and shares', async () => {
    const cases = fc.record({
      seed: fc.nat({ max: 1000 }),
      salt: fc.string({ minLength: 1, maxLength: 8 }),
      memberShare: fc.double({ min: 0.2, max: 0.8, noNaN: true }),
      share: fc.double({ min: 0.2, max: 0.8, noNaN: true }),
    });
    await fc.assert(
      fc.asyncProperty(cases, async ({ seed, salt, memberShare, share }) => {
        const rows = slicedLog({ rowCount: 600, seed: String(seed) });
        const { split } = await build(rows, { salt, memberShare, period: { kind: 'time-share', share } });
        const held = await readRows();
        const training = rows.filter(
          (row) =>
            holdoutSideOf(split, { userId: row.user_id, decidedAt: new Date(row.timestamp) }) === 'training',
        );
        const members = new Set(held.map((row) => row.user_id));
        expect(training.length).toBeGreaterThan(0);
        expect(training.filter((row) => members.has(row.user_id))).toEqual([]);
        const last = Math.max(...training.map((row) => Date.parse(row.timestamp)));
        const first = Math.min(...held.map((row) => Date.parse(`${String(row.moment)}Z`)));
        expect(first).toBeGreaterThan(last);
        for (const row of held)
          expect([
            row.slice,
            row.locked,
            Number(row.propensity) * (row.candidates as string[]).length,
          ]).toEqual(['uniform', false, expect.closeTo(1, 9)]);
      }),
      { numRuns: 12, seed: 20260101 },
    );
  });

  it('takes each member and title once, at their first held-out decision', async () => {
    const { split } = await build(ROWS);
    const first = new Map<string, string>();
    for (const row of ROWS) {
      const side = holdoutSideOf(split, { userId: row.user_id, decidedAt: new Date(row.timestamp) });
      const isOne = side === 'holdout' && row.slice === 'uniform' && row.locked === 'false';
      const hasChoice = (JSON.parse(row.candidates) as string[]).length > 1;
      const pair = `${row.user_id} ${row.title_id}`;
      if (isOne && hasChoice && !first.has(pair)) first.set(pair, row.decision_id);
    }
    const ids = (await readRows()).map((row) => String(row.decision_id));
    expect(ids.sort()).toEqual([...first.values()].sort());
  });

  it('is the same, byte for byte, in any order of rows', async () => {
    const { output, split, funnel } = await build(ROWS, { pairCount: 60 });
    const other = await build(shuffled(ROWS, 'order'), { pairCount: 60 });
    expect(other.output.fingerprint).toBe(output.fingerprint);
    expect([other.split, other.funnel]).toEqual([split, funnel]);
  });

  it('takes fewer pairs from the same ones, others by another salt, not the first of the file', async () => {
    const many = await idsOf(ROWS, { pairCount: 80 });
    const few = await idsOf(ROWS, { pairCount: 40 });
    expect(few).toHaveLength(40);
    expect(few.filter((id) => !many.includes(id))).toEqual([]);
    expect(few).not.toEqual(many.slice(0, 40));
    expect(await idsOf(ROWS, { pairCount: 40, salt: 'other' })).not.toEqual(few);
  });

  it('counts what each step leaves, loses nothing in silence, and warns of too few', async () => {
    const manifest = await build(ROWS);
    const counts = manifest.funnel.map(({ rowCount }) => rowCount);
    expect(counts[0]).toBe(3000);
    expect(counts[1]).toBe(2940);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(counts[counts.length - 1]).toBe(manifest.pairCount);
    expect(manifest.sides.reduce((sum, { rowCount }) => sum + rowCount, 0)).toBe(2940);
    expect(manifest.candidateCounts.reduce((sum, { pairCount }) => sum + pairCount, 0)).toBe(
      manifest.pairCount,
    );
    expect(manifest.candidateCounts.map(({ candidateCount }) => candidateCount)).toEqual([2, 3, 5, 8]);
    expect(manifest.warnings.join()).toContain(`${manifest.pairCount} pairs of 5000 asked for`);
    expect((await build(ROWS, { pairCount: 60 })).warnings.join()).not.toContain('asked for');
  });

  it('writes a manifest that training reads the split from', async () => {
    const manifest = await build(ROWS);
    const file = manifestFileOf(folder.file('holdout.parquet'));
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(manifest);
    await expect(readHoldoutSplit(file)).resolves.toEqual(manifest.split);
    expect(manifest.source.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  });

  it('knows uniform rows by their propensities where there is no slice, and says so', async () => {
    const rows = withoutColumn(ROWS, 'slice');
    const { rule, warnings } = await build(rows);
    expect(rule).toEqual({ kind: 'propensity' });
    expect(warnings.join()).toContain('the log has no slice');
    expect((await idsOf(rows)).sort()).toEqual((await idsOf(ROWS)).sort());
  });

  it('is not fooled by a row of production whose propensity is 1 / candidates by chance', async () => {
    const rows = slicedLog({ rowCount: 600 }).map((row): SlicedRow => {
      const count = (JSON.parse(row.candidates) as string[]).length;
      if (row.slice === 'uniform' || count !== 3) return { ...row, slice: '' };
      return {
        ...{ ...row, slice: '', action: (JSON.parse(row.candidates) as string[])[0] },
        ...{ propensity: String(1 / 3), candidate_propensities: JSON.stringify([1 / 3, 0.5, 1 / 6]) },
      };
    });
    const ids = await idsOf(withoutColumn(rows, 'slice'));
    const members = rows
      .filter((row) => ids.includes(row.decision_id))
      .map((row) => Number(row.user_id.slice(1)));
    expect(members.every((member) => member % 3 === 0)).toBe(true);
  });

  it('says how many of the slice had another propensity', async () => {
    const even = (await build(ROWS)).pairCount;
    const rows = ROWS.map((row) => ({ ...row, slice: 'uniform' }));
    const { funnel, pairCount } = await build(rows);
    expect(pairCount).toBe(even);
    const [inSlice, evenly] = funnel.slice(3, 5);
    expect([inSlice.step, evenly.step]).toEqual(['of the slice uniform', 'with propensity 1 / candidates']);
    expect(inSlice.rowCount).toBeGreaterThan(evenly.rowCount);
  });

  it.each([
    [{ kind: 'from', from: new Date('2026-01-10T00:00:00Z') } as const, '2026-01-10T00:00:00.000Z'],
    [{ kind: 'last-days', dayCount: 3 } as const, '2026-01-12T13:53:00.000Z'],
    [{ kind: 'time-share', share: 0.25 } as const, '2026-01-11T22:23:00.000Z'],
  ])('divides time by %j', async (period, from) => {
    expect((await build(ROWS, { period })).split.from).toBe(from);
  });

  it('is read by evaluate as it is, columns called as in decision-log/1', async () => {
    const renamed = ROWS.map(({ action, slice, ...row }) => ({ ...row, picture: action, bucket: slice }));
    const manifest = await build(renamed as SlicedRow[], { map: 'action=picture,slice=bucket' });
    expect(manifest.notes).toContain('column picture is called action in the holdout');
    const result = await withAnalysis((analysis) =>
      evaluateLog(
        analysis,
        evaluationOptions(folder.file('holdout.parquet'), '', {
          target: { kind: 'column', column: 'perfect' },
          baseline: { kind: 'column', column: 'production' },
        }),
      ),
    );
    expect(result.dataset.rowCount).toBe(manifest.pairCount);
    expect(result.diagnostics.isUniformLog).toBe(true);
    expect(result.dataset.notes).toEqual([]);
  });
});
