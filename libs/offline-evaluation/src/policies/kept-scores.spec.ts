import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { LabelScores } from '@keyart/ranking';
import { KeptScores, type KeptScore } from './kept-scores';

const SCORES: LabelScores = {
  ...{ modelVersion: 'm', formulation: 'pointwise', artworkIds: ['a'], values: [0.5] },
  ...{ labelMass: 0.9, missingLabelCount: 0 },
};
const KEPT: readonly KeptScore[] = ['one', 'two'].map((key) => ({ key, scores: SCORES }));

describe('KeptScores', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'keyart-scores-'));
    file = path.join(folder, 'scores.jsonl');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('knows the next time what was added', async () => {
    await (await KeptScores.open(file)).add(KEPT);
    const again = await KeptScores.open(file);
    expect(again.of('two')).toEqual(SCORES);
    expect(again.of('three')).toBeNull();
  });

  it('goes on from a file that was cut off within a line', async () => {
    await (await KeptScores.open(file)).add(KEPT);
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, -20));
    const again = await KeptScores.open(file);
    expect([again.of('one'), again.of('two')]).toEqual([SCORES, null]);
    await again.add([KEPT[1]]);
    expect((await KeptScores.open(file)).of('two')).toEqual(SCORES);
  });

  it.each([
    ['decision_id,action\nd1,a\n', 'line 1'],
    ['decision_id,action', 'line 1'],
    [`${JSON.stringify(KEPT[0])}\n{"key":"two"}\n`, 'line 2'],
  ])('refuses another file, and leaves it as it is: %j', async (text, line) => {
    writeFileSync(file, text);
    await expect(KeptScores.open(file)).rejects.toThrow(`${line} is no score as this command writes them`);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('keeps nothing without a file', async () => {
    const kept = await KeptScores.open(undefined);
    await kept.add(KEPT);
    expect(kept.of('one')).toEqual(SCORES);
  });
});
