import { Registry } from 'prom-client';
import { LlmMetrics } from './llm-metrics';

describe('LlmMetrics', () => {
  it('counts calls, label mass and the breaker', async () => {
    const registry = new Registry();
    const metrics = new LlmMetrics(registry);
    metrics.called({ outcome: 'ok', priority: 'inline', promptCount: 3, elapsedMs: 40 });
    metrics.called({ outcome: 'LLM_TIMEOUT', priority: 'precompute', promptCount: 1, elapsedMs: 900 });
    metrics.retried();
    metrics.refused('LLM_CIRCUIT_OPEN');
    metrics.labelMass(0.93, 1);
    metrics.breakerChanged('open');
    const text = await registry.metrics();
    expect(text).toContain('keyart_llm_call_seconds_sum{outcome="ok",priority="inline"} 0.04');
    expect(text).toContain('keyart_llm_call_seconds_count{outcome="LLM_TIMEOUT",priority="precompute"} 1');
    expect(text).toContain('keyart_llm_prompts_total 4');
    expect(text).toContain('keyart_llm_retries_total 1');
    expect(text).toContain('keyart_llm_refusals_total{code="LLM_CIRCUIT_OPEN"} 1');
    expect(text).toContain('keyart_llm_label_mass_sum 0.93');
    expect(text).toContain('keyart_llm_missing_labels_total 1');
    expect(text).toContain('keyart_llm_breaker_state 2');
    expect(metrics.breakerState()).toBe('open');
  });
});
