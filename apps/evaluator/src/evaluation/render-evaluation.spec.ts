import { anEvaluationResult } from '../../../../libs/decision-log/src/report/evaluation-result.factory';
import { renderEvaluation, renderVerdict } from './render-evaluation';

const { power } = anEvaluationResult();

describe('renderEvaluation', () => {
  it('says what the data are and what they can show before anything else', () => {
    const [data, can, verdict] = renderEvaluation(anEvaluationResult()).split('\n');
    expect(data).toBe('data: log.csv, 1000 decisions of 300 members');
    expect(can).toBe('power: smallest lift this log can show 11.0% (80% power); 5.0% takes 4840 decisions');
    expect(verdict).toBe('verdict: better');
  });

  it('begins with the short form, which has no tables', () => {
    const result = anEvaluationResult();
    const short = renderVerdict(result);
    expect(renderEvaluation(result)).toMatch(/^data: /);
    expect(renderEvaluation(result).startsWith(`${short}\n\n`)).toBe(true);
    for (const line of result.summary) expect(short).toContain(line);
    for (const { code } of result.warnings) expect(short).toContain(`  ${code}: `);
    expect(short).not.toContain('──');
  });

  it('says so where power is not known', () => {
    const unknown = { ...power, minimumDetectableEffect: null, requiredSampleCount: null };
    const [, can] = renderEvaluation(anEvaluationResult({ power: unknown })).split('\n');
    expect(can).toBe('power: what this log can show is not known');
  });

  it('tells the match of all and by number of candidates, defined or not', () => {
    const text = renderEvaluation(anEvaluationResult());
    expect(text).toMatch(/\nall +1000 +60 \/ 60 +1\.50 +1\.48 – 1\.52 .* better\n/);
    expect(text).toMatch(/\n8 candidates +1000 +0 \/ 0 +– .* insufficient evidence\n/);
    expect(text).not.toMatch(/NaN|undefined|null/);
  });
});
