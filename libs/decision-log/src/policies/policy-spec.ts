import path from 'node:path';
import { DecisionLogError } from '../errors';

/** Where a policy's probabilities come from. */
export type PolicySpec =
  /** The policy that made the log. */
  | { readonly kind: 'logging' }
  /** A column of the log: its probability of the logged action. */
  | { readonly kind: 'column'; readonly column: string }
  /** A long table: `decision_id`, `action`, `probability`, perhaps `q`; `name`: what the policy is called where not by its file. */
  | { readonly kind: 'file'; readonly file: string; readonly name?: string }
  /** A policy by name, e.g. `uniform`. */
  | { readonly kind: 'named'; readonly policy: string };

/**
 * Reads what stands behind `--target` and `--baseline`.
 * @throws DecisionLogError `BAD_EVALUATION_OPTION`
 */
export function parsePolicySpec(option: string, text: string): PolicySpec {
  if (text === 'logging') return { kind: 'logging' };
  const [, prefix, name] = /^(column|policy):(.+)$/.exec(text) ?? [];
  if (prefix === 'column') return { kind: 'column', column: name };
  if (prefix === 'policy') return name === 'logging' ? { kind: 'logging' } : { kind: 'named', policy: name };
  if (path.extname(text) !== '') return { kind: 'file', file: text };
  throw new DecisionLogError(
    'BAD_EVALUATION_OPTION',
    `${option} ${text}: must be a file, column:NAME, policy:NAME or logging`,
  );
}

/** For people and reports. */
export function describePolicy(spec: PolicySpec): string {
  if (spec.kind === 'column') return `column:${spec.column}`;
  if (spec.kind === 'named') return `policy:${spec.policy}`;
  return spec.kind === 'file' ? (spec.name ?? spec.file) : 'logging';
}
