import { aComparedTarget, aComparisonResult } from './comparison-result.factory';
import { renderComparisonReport } from './render-comparison-report';

const EVIL = `"><script>alert('x')</script><img src=x onerror=alert(1)>`;

describe('renderComparisonReport', () => {
  it('lets no text from data become markup', () => {
    const { dataset, configuration } = aComparisonResult();
    const page = renderComparisonReport(
      aComparisonResult({
        ...{ baseline: EVIL, choice: { target: EVIL, lowerBound: 0.1, reason: EVIL } },
        targets: [aComparedTarget({ target: EVIL, warnings: [{ code: 'LOW_ESS', detail: EVIL }] })],
        dataset: { ...dataset, file: EVIL },
        configuration: { ...configuration, rewardModel: EVIL, map: EVIL, facets: EVIL },
        ...{ command: EVIL, version: EVIL },
      }),
    );
    expect(page).toContain('&lt;script&gt;');
    expect(page).not.toMatch(/<script|<img/i);
  });

  it('asks for nothing outside itself', () => {
    expect(renderComparisonReport(aComparisonResult())).not.toMatch(/https?:|@import|url\(|src=/);
  });

  it('says what to serve, and by how much it is better at least', () => {
    const page = renderComparisonReport(aComparisonResult());
    expect(page).toContain('<p class="verdict">serve target.csv</p>');
    expect(page).toMatch(/is \+0\.1000 at least/);
  });

  it('says what to keep where nothing is chosen', () => {
    const choice = { target: null, lowerBound: null, reason: 'no bound lies above 0' };
    const page = renderComparisonReport(aComparisonResult({ choice }));
    expect(page).toContain('<p class="verdict">keep logging</p>');
    expect(page).toContain('No bound lies above 0.');
    expect(page).not.toContain('at least, and');
  });

  it('has a row for a target of which nothing is known', () => {
    const nothing = { value: null, baselineValue: null, difference: null, differences: [] };
    const untested = { pValue: null, adjustedPValue: null, simultaneousInterval: null };
    const unknown = aComparedTarget({ target: 'unknown.csv', ...nothing, ...untested });
    const page = renderComparisonReport(aComparisonResult({ targets: [aComparedTarget(), unknown] }));
    expect(page).toContain('<th scope="row">unknown.csv<span class="note">by –</span></th>');
    expect(page).not.toMatch(/NaN|Infinity|undefined/);
  });
});
