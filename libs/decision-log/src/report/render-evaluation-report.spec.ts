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

  it('says what the log can show before any lift, verdict or difference', () => {
    const page = renderEvaluationReport(anEvaluationResult());
    const at = page.indexOf('can show lifts from 11.0% on');
    expect(at).toBeGreaterThan(0);
    for (const later of ['Relative lift', 'class="verdict"', 'Paired difference'])
      expect(page.indexOf(later)).toBeGreaterThan(at);
  });

  it('draws the match by number of candidates with a line at 1, and what is not defined as such', () => {
    const page = renderEvaluationReport(anEvaluationResult());
    const [, figure] = /Match by number of candidates(<\/h3>[^]*?<\/figure>)/.exec(page) ?? [];
    expect(figure.match(/class="reference"/g)).toHaveLength(3);
    expect(figure).toContain('2 candidates: target 1.5 (1.48 to 1.52); baseline 1.1');
    expect(figure).toContain('8 candidates: not defined');
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
