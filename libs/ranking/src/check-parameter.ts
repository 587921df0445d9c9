import { PolicyParameterError } from './errors';

/**
 * Checks one construction parameter of a policy.
 * @param parameter its name and value as a one-entry object, e.g. `{ gamma }`
 * @param minimum lowest value allowed
 * @param maximum highest value allowed, default unbounded (but finite)
 * @throws PolicyParameterError naming the parameter
 */
export function checkParameter(parameter: Record<string, number>, minimum: number, maximum = Infinity): void {
  for (const [name, value] of Object.entries(parameter)) {
    if (Number.isFinite(value) && value >= minimum && value <= maximum) continue;
    const upper = maximum === Infinity ? 'and finite' : `and ≤ ${maximum}`;
    throw new PolicyParameterError(name, `≥ ${minimum} ${upper}, got ${value}`);
  }
}
