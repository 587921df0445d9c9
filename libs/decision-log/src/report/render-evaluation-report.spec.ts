import { WARNING_CODES, VERDICTS } from '@keyart/evaluation';
import { anEvaluationResult } from './evaluation-result.factory';
import { renderEvaluationReport } from './render-evaluation-report';

const EVIL = `"><script>alert('x')</script><img src=x onerror=alert(1)>`;

describe('renderEvaluationReport', () => {
  it('lets no text from data become markup', () => {
    const plain = anEvaluationResult();
    const page = renderEvaluationReport({
      ...plain,
      policies: { target: EVIL, baseline: EVIL },
      summary: [EVIL, EVIL],
      warnings: [{ code: 'LOW_ESS', detail: EVIL }],
      notComputed: [{ estimator: 'mips', why: EVIL }],
      segments: plain.segments.map((one) => ({ ...one, column: EVIL, value: EVIL })),
      estimates: plain.estimates.map((one) => ({ ...one, method: EVIL })),
      dataset: { ...plain.dataset, file: EVIL, notes: [EVIL], quarantinedCount: 1, quarantineFile: EVIL },
      configuration: { ...plain.configuration, rewardModel: EVIL, map: EVIL },
      ...{ command: EVIL, version: EVIL },
    });
    expect(page).toContain('&lt;script&gt;');
    expect(page).not.toMatch(/<script|<img/i);
  });

  it('asks for nothing outside itself', () => {
    const page = renderEvaluationReport(anEvaluationResult());
    expect(page).not.toMatch(/https?:|@import|url\(|src=/);
  });

  it.each(VERDICTS)('says "%s" and what it means', (verdict) => {
    const page = renderEvaluationReport(anEvaluationResult({ verdict }));
    expect(page).toContain(verdict);
    expect(page).toMatch(/<p class="meaning">[^<]{20,}/);
  });

  it.each(WARNING_CODES)('tells of %s what it means, what to do and where more stands', (code) => {
    const page = renderEvaluationReport(anEvaluationResult({ warnings: [{ code, detail: 'seen' }] }));
    expect(page).toContain(`${code}.md`);
    expect(page).toMatch(/Means:<\/b> \S+/);
  });

  it('holds every chart and part, each chart with a title', () => {
    const page = renderEvaluationReport(anEvaluationResult());
    const headings = [
      'Difference by estimator',
      'Importance weights',
      'Clip sensitivity',
      'Cumulative estimate',
    ];
    for (const heading of [...headings, 'Calibration', 'Effective sample size by segment', 'Command line'])
      expect(page).toContain(heading);
    const pictures = page.match(/<svg role="img"[^]*?<\/svg>/g) ?? [];
    expect(pictures.filter((one) => !one.includes('<title>'))).toEqual([]);
    expect(page).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('leaves out what there is nothing to say of', () => {
    const { diagnostics } = anEvaluationResult();
    const page = renderEvaluationReport(
      anEvaluationResult({
        diagnostics: { ...diagnostics, calibration: [], cumulative: [] },
        ...{ segments: [], estimates: [], differences: [], difference: null, notComputed: [] },
      }),
    );
    expect(page).not.toMatch(/Calibration of|Cumulative estimate|by segment/);
    expect(page).not.toMatch(/NaN|Infinity|undefined/);
  });
});
