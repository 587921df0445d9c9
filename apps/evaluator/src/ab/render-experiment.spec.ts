import type { ComparisonResult } from '@keyart/evaluation';
import type { ExperimentAnalysis, ExperimentMonitor } from '@keyart/experiments';
import { renderExperiment, renderMonitor } from './render-experiment';

const GOAL: ComparisonResult = {
  ...{ name: 'takes', comparison: 'treatment vs control', controlMean: 0.24, treatmentMean: 0.288 },
  ...{ effect: 0.2, relative: true, standardError: 0.03, interval: [0.14, 0.26] as const, pValue: 2e-11 },
  ...{ adjustedPValue: null, method: 'welch', minimumDetectableEffect: 0.084, cuped: null, guardrail: null },
  ...{ verdict: 'better', problem: null },
};
const GUARDRAIL: ComparisonResult = {
  ...GOAL,
  name: 'early_stops',
  guardrail: { margin: 0.15, better: 'lower', state: 'held' },
};
const CONFIGURATION = {
  ...{ alpha: 0.05, relative: true, cuped: false, method: 'welch' },
  ...{ correction: 'none', alternative: 'two-sided' },
};
const COMMON = {
  dataset: { file: 'days.csv', fingerprint: 'ab', rowCount: 9 },
  ...{ version: '0', command: 'keyart ab', generatedAt: '2026-01-01T00:00:00.000Z' },
};
const NOT_COMPARED = [{ name: 'takes', arm: 'pilot', memberCount: 1, reason: '1 member, fewer than 2' }];
const NOTE = 'note: arm pilot is not compared on takes: 1 member, fewer than 2';

function anAnalysis(changes: Partial<ExperimentAnalysis> = {}): ExperimentAnalysis {
  return {
    ...{ ...COMMON, schema: 'experiment/1', summary: [], metrics: [GOAL, GUARDRAIL], notCompared: [] },
    arms: ['control', 'treatment'].map((name) => ({ name, memberCount: 1000, weight: 1 })),
    sampleRatio: { chiSquared: 0, degreesOfFreedom: 1, pValue: 1, isMismatch: false, leakedTraffic: [] },
    ...{ multipleExposure: null, segmentDifferences: [], daily: [], warnings: [] },
    segments: [{ ...GUARDRAIL, column: 'device', value: 'tv', memberCount: 500 }],
    ...{ configuration: CONFIGURATION, ...changes },
  };
}

function aMonitor(changes: Partial<ExperimentMonitor> = {}): ExperimentMonitor {
  const sampleRatio = { pValue: 0.9, isMismatch: false, leakedTraffic: [] };
  const early = {
    day: 0,
    memberCounts: [1, 9],
    sampleRatio,
    metrics: [],
    notCompared: [],
    isBeyondPlan: false,
  };
  const looks = [early, { ...early, day: 1, metrics: [GOAL, GUARDRAIL], notCompared: NOT_COMPARED }];
  return {
    ...{ ...COMMON, schema: 'experiment-monitor/1', advice: 'go on', reason: 'nothing is decided' },
    ...{ arms: ['control', 'treatment'], weights: [1, 1], looks, configuration: CONFIGURATION },
    ...{ multipleExposure: { memberCount: 0, share: 0, isBroken: false }, plannedMembers: null },
    ...changes,
  };
}

describe('renderExperiment', () => {
  it('says verdicts and guardrails where they may be read', () => {
    const text = renderExperiment(anAnalysis());
    expect(text).toMatch(/better$/m);
    expect(text).toMatch(/guardrail held$/m);
    expect(text).not.toContain('note:');
  });

  it.each(['SAMPLE_RATIO_MISMATCH', 'LEAKED_TRAFFIC', 'MULTIPLE_EXPOSURE'] as const)(
    'judges nothing beside %s, segments neither',
    (code) => {
      const text = renderExperiment(anAnalysis({ warnings: [{ code, detail: 'seen' }] }));
      expect(text.match(/not to be read$/gm)).toHaveLength(3);
      expect(text).not.toMatch(/better|guardrail/);
    },
  );

  it('judges beside an effect that changes', () => {
    const warnings = [{ code: 'EFFECT_CHANGES', detail: 'seen' }] as const;
    expect(renderExperiment(anAnalysis({ warnings }))).toMatch(/guardrail held$/m);
  });

  it('names the arms that were not compared', () => {
    expect(renderExperiment(anAnalysis({ notCompared: NOT_COMPARED })).split('\n')).toContain(NOTE);
  });
});

describe('renderMonitor', () => {
  it('has a line for a look with nothing to compare, and names who is not compared at the last one', () => {
    const lines = renderMonitor(aMonitor()).split('\n');
    expect(lines.filter((line) => line.endsWith('nothing to compare yet'))).toHaveLength(1);
    expect(lines.filter((line) => line.endsWith('guardrail held'))).toHaveLength(1);
    expect(lines).toContain(NOTE);
  });

  it('shows effects beyond the plan, and says that they are not judged', () => {
    const looks = aMonitor().looks.map((look) => ({ ...look, isBeyondPlan: look.day === 1 }));
    const text = renderMonitor(aMonitor({ looks, plannedMembers: 10 }));
    expect(text.match(/\+20\.00%.*beyond the plan: not judged$/gm)).toHaveLength(2);
  });

  it.each(['stop: sample ratio', 'stop: assignment'] as const)('judges nothing beside "%s"', (advice) => {
    const text = renderMonitor(aMonitor({ advice }));
    expect(text).toContain('not to be read');
    expect(text).not.toMatch(/better|guardrail/);
  });
});
