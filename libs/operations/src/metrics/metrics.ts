import { collectDefaultMetrics, Registry } from 'prom-client';

/**
 * A registry of one process part, so that several of them (tests, API and worker in one process) do not share counts.
 * Holds Node's own figures already: memory, garbage collection, event loop lag, handles.
 */
export function createMetrics(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
}
