import { ADVICE } from '../monitor/monitor-result';
import { aComparison } from './experiment-analysis.factory';
import { anExperimentMonitor } from './experiment-monitor.factory';
import { renderMonitorReport } from './render-monitor-report';

const EVIL = `"><script>alert('x')</script><img src=x onerror=alert(1)>`;
const NO_TEXT = /NaN|Infinity|undefined|\bnull\b/;

describe('renderMonitorReport', () => {
  it('lets no name from data become markup', () => {
    const plain = anExperimentMonitor();
    const page = renderMonitorReport({
      ...plain,
      ...{ reason: EVIL, arms: [EVIL, EVIL], command: EVIL, version: EVIL },
      looks: plain.looks.map((look) => ({
        ...look,
        metrics: look.metrics.map((one) => ({ ...one, name: EVIL, comparison: EVIL, method: EVIL })),
      })),
      dataset: { ...plain.dataset, file: EVIL },
      configuration: { ...plain.configuration, method: EVIL, correction: EVIL },
    });
    expect(page).toContain('&lt;script&gt;');
    expect(page).not.toMatch(/<script|<img/i);
  });

  it('asks for nothing outside itself', () => {
    expect(renderMonitorReport(anExperimentMonitor())).not.toMatch(/https?:|@import|url\(|src=|<script/);
  });

  it.each(ADVICE)('says "%s" and what it means', (advice) => {
    const page = renderMonitorReport(anExperimentMonitor({ advice }));
    expect(page).toContain(`</span> ${advice}</p>`);
    expect(page).toMatch(/<p class="meaning">[^<]{20,}/);
  });

  it('draws band, margin and alarm, each picture with a title', () => {
    const page = renderMonitorReport(anExperimentMonitor());
    for (const part of [
      'class="area"',
      'class="limit"',
      'class="alarm"',
      'class="planned"',
      'The last look that is judged, day 2',
    ])
      expect(page).toContain(part);
    const pictures = page.match(/<svg role="img"[^]*?<\/svg>/g) ?? [];
    expect(pictures.filter((one) => !one.includes('<title>'))).toEqual([]);
    expect(page).not.toMatch(NO_TEXT);
  });

  it('shows looks beyond the plan as such', () => {
    const [first, second, third] = anExperimentMonitor().looks;
    const looks = [first, second, { ...third, isBeyondPlan: true }];
    const page = renderMonitorReport(anExperimentMonitor({ looks, plannedMembers: 400 }));
    expect(page).toContain('The last look that is judged, day 1');
    expect(page).toContain('Beyond the planned size, day 2: not judged');
    expect(page).toContain('class="dot beyond"');
    expect(page).toContain('1 look beyond the planned size, from day 2: not judged');
  });

  it('names the arms that are not compared at the last look', () => {
    const [first, second] = anExperimentMonitor().looks;
    const reason = '1 member, fewer than 2';
    const notCompared = [{ name: 'takes', arm: 'pilot', memberCount: 1, reason }];
    const page = renderMonitorReport(anExperimentMonitor({ looks: [first, { ...second, notCompared }] }));
    expect(page).toContain(`Note: arm pilot is not compared on takes: ${reason}.`);
  });

  it.each(['stop: sample ratio', 'stop: assignment'] as const)('judges nothing beside "%s"', (advice) => {
    const page = renderMonitorReport(anExperimentMonitor({ advice, reason: 'seen' }));
    expect(page).not.toMatch(/▲|▼|better<|guardrail is|guardrail held/);
    expect(page).toContain('not to be read');
  });

  it.each([
    ['no looks', []],
    ['a first look with open ends', [aComparison({ interval: [-Infinity, Infinity], pValue: 1 })]],
    ['a look without effects', [aComparison({ effect: null, interval: null, problem: 'no variation' })]],
    ['a look too early', null],
  ])('bears %s', (_, metrics) => {
    const [first] = anExperimentMonitor().looks;
    const sampleRatio = { pValue: 1e-300, isMismatch: true, leakedTraffic: [] };
    const looks = metrics?.length === 0 ? [] : [{ ...first, sampleRatio, metrics: metrics ?? [] }];
    expect(renderMonitorReport(anExperimentMonitor({ looks }))).not.toMatch(NO_TEXT);
  });
});
