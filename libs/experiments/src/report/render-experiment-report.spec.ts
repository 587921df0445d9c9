import { EXPERIMENT_WARNING_CODES, forbidsWinner } from '../analysis/experiment-warning';
import { aComparison, aGuardrail, anExperimentAnalysis, aSampleRatio } from './experiment-analysis.factory';
import { headlineOf } from './headline';
import { renderExperimentReport } from './render-experiment-report';

const EVIL = `"><script>alert('x')</script><img src=x onerror=alert(1)>`;
const NO_TEXT = /NaN|Infinity|undefined|\bnull\b/;

function picturesWithoutTitle(page: string): string[] {
  return (page.match(/<svg role="img"[^]*?<\/svg>/g) ?? []).filter((one) => !one.includes('<title>'));
}

describe('renderExperimentReport', () => {
  it('lets no name from data become markup', () => {
    const plain = anExperimentAnalysis();
    const named = { name: EVIL, comparison: EVIL };
    const page = renderExperimentReport({
      ...plain,
      arms: plain.arms.map((arm) => ({ ...arm, name: EVIL })),
      metrics: plain.metrics.map((one) => ({ ...one, ...named, method: EVIL, problem: EVIL })),
      segments: plain.segments.map((one) => ({ ...one, ...named, column: EVIL, value: EVIL })),
      segmentDifferences: plain.segmentDifferences.map((one) => ({ ...one, ...named, column: EVIL })),
      daily: plain.daily.map((one) => ({ ...one, ...named })),
      warnings: [{ code: 'EFFECT_CHANGES', detail: EVIL }],
      dataset: { ...plain.dataset, file: EVIL, fingerprint: EVIL },
      configuration: { ...plain.configuration, method: EVIL, correction: EVIL, alternative: EVIL },
      ...{ command: EVIL, version: EVIL },
    });
    expect(page).toContain('&lt;script&gt;');
    expect(page).not.toMatch(/<script|<img/i);
  });

  it('asks for nothing outside itself', () => {
    expect(renderExperimentReport(anExperimentAnalysis())).not.toMatch(/https?:|@import|url\(|src=|<script/);
  });

  it('holds every part, sample ratio before effects, each picture with a title', () => {
    const page = renderExperimentReport(anExperimentAnalysis());
    const parts = [
      'Sample ratio',
      'Warnings',
      'Effects',
      'Guardrails',
      'Segments',
      'Effect by day',
      'Made from',
    ];
    const places = parts.map((part) => page.indexOf(`>${part}</h2>`));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(page).toContain('class="limit"');
    expect(page).toContain('Do the values of device differ?');
    expect(page).toContain('<strong>58.0%</strong>');
    expect(picturesWithoutTitle(page)).toEqual([]);
    expect(page).not.toMatch(NO_TEXT);
  });

  it('leaves out what there is nothing to say of', () => {
    const page = renderExperimentReport(
      anExperimentAnalysis({
        metrics: [
          aComparison({
            ...{ effect: null, standardError: null, interval: null, pValue: null, adjustedPValue: null },
            ...{ minimumDetectableEffect: null, cuped: null, verdict: 'insufficient evidence' },
            problem: 'no variation in either arm: there is nothing to test',
          }),
        ],
        ...{ multipleExposure: null, segments: [], segmentDifferences: [], daily: [] },
        dataset: { file: 'sums.json', fingerprint: 'ab', rowCount: null },
      }),
    );
    expect(page).not.toMatch(/>(Guardrails|Segments|Effect by day)<\/h2>/);
    expect(page).toContain('no variation in either arm');
    expect(page).not.toMatch(NO_TEXT);
  });

  it('names the arms that were not compared, though there be no others', () => {
    const notCompared = [
      { name: 'takes', arm: 'pilot', memberCount: 1, reason: '1 member, fewer than 2' },
      { name: 'hours', arm: 'pilot', memberCount: 1, reason: '1 member, fewer than 2' },
    ];
    const line = 'arm pilot is not compared on takes, hours: 1 member, fewer than 2';
    expect(renderExperimentReport(anExperimentAnalysis({ notCompared }))).toContain(`Note: ${line}.`);
    const alone = anExperimentAnalysis({ notCompared, metrics: [], segments: [], daily: [] });
    expect(headlineOf(alone).outcome).toBe('insufficient evidence');
    expect(renderExperimentReport(alone)).toContain(`Note: ${line}.`);
    expect(renderExperimentReport(alone)).not.toMatch(NO_TEXT);
  });

  it.each([
    [[null, 0.26] as const, '−∞ to +26.0%'],
    [[0.14, null] as const, '+14.0% to +∞'],
    [[-Infinity, Infinity] as const, '−∞ to +∞'],
  ])('an open interval %j is said so and stays in the picture', (interval, text) => {
    const page = renderExperimentReport(anExperimentAnalysis({ metrics: [aComparison({ interval })] }));
    expect(page).toContain(text);
    expect(page).not.toMatch(NO_TEXT);
  });

  it.each(EXPERIMENT_WARNING_CODES)('tells of %s what it means, what to do and where more stands', (code) => {
    const page = renderExperimentReport(anExperimentAnalysis({ warnings: [{ code, detail: 'seen' }] }));
    expect(page).toContain(`${code}.md`);
    expect(page).toMatch(/Means:<\/b> \S+/);
    expect(page).toMatch(/Do:<\/b> \S+/);
  });

  it.each(EXPERIMENT_WARNING_CODES.filter(forbidsWinner))('names no winner beside %s', (code) => {
    const page = renderExperimentReport(
      anExperimentAnalysis({ sampleRatio: aSampleRatio(1e-9), warnings: [{ code, detail: 'seen' }] }),
    );
    expect(page).toContain('no winner can be named');
    expect(page).not.toMatch(/▲|▼|> ?better|guardrail held|✓/);
    expect(page).not.toContain('class="figures"');
  });
});

describe('headlineOf', () => {
  const outcomeOf = (...metrics: ReturnType<typeof aComparison>[]) =>
    headlineOf(anExperimentAnalysis({ metrics })).outcome;
  const worse = aComparison({ name: 'hours', effect: -0.2, verdict: 'worse' });

  it('sums up goals and guardrails', () => {
    expect(outcomeOf(aComparison(), aGuardrail())).toBe('better');
    expect(outcomeOf(worse)).toBe('worse');
    expect(outcomeOf(aComparison(), worse)).toBe('mixed');
    expect(outcomeOf(aComparison({ verdict: 'no difference shown' }))).toBe('no difference shown');
    expect(outcomeOf(aGuardrail())).toBe('insufficient evidence');
    const broken = { margin: 0.1, better: 'lower', state: 'broken' } as const;
    expect(outcomeOf(aComparison(), aGuardrail({ guardrail: broken }))).toBe('guardrail broken');
  });

  it('says it in two lines', () => {
    expect(headlineOf(anExperimentAnalysis()).lines).toEqual([
      'Better: takes +20.0% (+14.0% to +26.0%).',
      'Guardrails: early_stops held (margin 15.0%).',
    ]);
  });

  it('leads with what is decided, and says of how many arms', () => {
    const arms = ['control', 'a', 'b', 'c', 'd'].map((name) => ({ name, memberCount: 1000, weight: 1 }));
    const open = ['a', 'b', 'd'].map((arm) =>
      aComparison({
        comparison: `${arm} vs control`,
        effect: 0.01,
        interval: [-0.04, 0.06],
        verdict: 'no difference shown',
      }),
    );
    const metrics = [...open, aComparison({ comparison: 'c vs control' })];
    const analysis = anExperimentAnalysis({ arms, metrics });
    const headline = headlineOf(analysis);
    expect(headline).toMatchObject({ outcome: 'better', scope: 'one of 4 arms' });
    expect(headline.lines[0]).toMatch(
      /^Better: takes of c vs control \+20.0% .*; no difference shown: takes of a vs control .*, takes of d/,
    );
    const page = renderExperimentReport(analysis);
    expect(page).toContain('</span> better: one of 4 arms</p>');
    expect(page.indexOf('<dt>takes of c vs control')).toBeLessThan(page.indexOf('<dt>takes of a vs control'));
    expect(headlineOf(anExperimentAnalysis()).scope).toBeNull();
  });

  it('names the first of many comparisons that are open, and counts the others', () => {
    const metrics = Array.from({ length: 9 }, (_, i) =>
      aComparison({ name: `metric ${i}`, verdict: i === 8 ? 'worse' : 'no difference shown' }),
    );
    const [line] = headlineOf(anExperimentAnalysis({ metrics })).lines;
    expect(line).toMatch(/^Worse: metric 8 .*; no difference shown: metric 0 .* and 4 more\.$/);
  });

  it('shows an effect that has no interval', () => {
    const bare = aComparison({
      ...{ effect: 1, relative: false, standardError: null, interval: null, pValue: null, cuped: null },
      ...{ adjustedPValue: null, minimumDetectableEffect: null, verdict: 'insufficient evidence' },
      problem: 'no variation in either arm',
    });
    const analysis = anExperimentAnalysis({ metrics: [bare] });
    expect(headlineOf(analysis).lines[0]).toBe(
      'Insufficient evidence: takes +1.0000 (no variation in either arm).',
    );
    expect(renderExperimentReport(analysis)).not.toMatch(NO_TEXT);
  });
});
