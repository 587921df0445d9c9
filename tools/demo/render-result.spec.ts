import { anEvaluationResult } from '../../libs/decision-log/src/report/evaluation-result.factory';
import type { DemoResult } from './demo-result';
import { renderResult } from './render-result';

const result = anEvaluationResult({
  verdict: 'insufficient evidence',
  command: "keyart evaluate --log 'out/my demo/decisions.parquet'",
});
const { verdict, summary, command, warnings } = result;
const files = { htmlFile: '/out/evaluation.html', jsonFile: '/out/evaluation.json' };
const shown = { memberId: 'ana', titleId: 'faust', artworkId: 'faust-1', source: 'bandit' } as const;

const demo: DemoResult = {
  ...{ titles: 13, artworks: 84, members: 6, experiment: null, timingsMs: {} },
  video: { missing: 'ffmpeg is not here' },
  decisions: [0.5, 0.75].map((propensity) => ({ ...shown, policy: 'production', propensity })),
  events: { accepted: 7, duplicates: 0, rejected: 0 },
  ...{ logFile: '/out/decisions.parquet', reportFile: '/out/index.html' },
  evaluation: { verdict, summary, command, ...files },
};

describe('renderResult', () => {
  const lines = renderResult(demo, { result, ...files }).split('\n');

  it('ends with where the report lies and how it is made again', () => {
    expect(lines.slice(-2)).toEqual([
      'full report   /out/evaluation.html',
      "made by       npm run -s keyart -- evaluate --log 'out/my demo/decisions.parquet'",
    ]);
  });

  it('says before that what the evaluator says, the data and their power first', () => {
    const start = lines.findIndex((line) => line.startsWith('data: '));
    expect(lines[start + 1]).toMatch(/^power: /);
    expect(lines[start + 2]).toBe('verdict: insufficient evidence');
    expect(lines.slice(start + 3, start + 3 + summary.length)).toEqual(summary);
    expect(lines.filter((line) => /^ {2}[A-Z_]+: /.test(line))).toHaveLength(warnings.length);
  });

  it('counts decisions by policy and tier', () => {
    expect(lines).toContainEqual(expect.stringMatching(/^production +bandit +2 +0\.625$/));
  });

  it('says what became of the clip, or why it was left out', () => {
    expect(lines).toContain('a video       left out: ffmpeg is not here');
    const shown = { memberId: 'ana', decisionId: 'd', propensity: 0.25 };
    const story = { videoId: 'v', shotCount: 4, frameCount: 4, artworkId: 'a', atMs: 1500, decisionCount: 3 };
    const withVideo = renderResult({ ...demo, video: { ...story, shown } }, { result, ...files });
    expect(withVideo).toContain('shown to ana with propensity 0.250 (page 3 asked for)');
    const unlucky = renderResult({ ...demo, video: { ...story, shown: null } }, { result, ...files });
    expect(unlucky).toContain('was a candidate of 3 pages, but chosen for none');
  });

  it('names the experiment where there was one', () => {
    expect(lines.join('\n')).not.toContain('experiment');
    const withTrial = renderResult({ ...demo, experiment: 'llm-vs-production/3' }, { result, ...files });
    expect(withTrial).toMatch(/^experiment +llm-vs-production\/3$/m);
  });
});
