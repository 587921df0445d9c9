import type { ModelHead } from '@keyart/contracts';
import type { GateOutcome } from '@keyart/decisions';
import { renderTable } from '../terminal/table';

/** Gates, how each stands, and what was measured. */
export function renderGates(gates: readonly GateOutcome[]): string {
  const rows = gates.map(({ gate, state, value, rule }) => [
    gate,
    state,
    value === null ? '' : String(Number(value.toPrecision(4))),
    rule,
  ]);
  return renderTable([['gate', 'state', 'measured', 'rule'], ...rows]);
}

/** Versions, newest first. */
export function renderModels(models: readonly ModelHead[]): string {
  const rows = models.map(({ version, kind, stage, createdAt, activatedAt, summary }) => [
    ...[version, kind, stage, createdAt.toISOString(), activatedAt?.toISOString() ?? 'never'],
    agreementOf(summary.shadowAgreement),
  ]);
  return renderTable([['version', 'kind', 'stage', 'since', 'served', 'agreement'], ...rows]);
}

function agreementOf(agreement: unknown): string {
  return typeof agreement === 'number' ? `${(100 * agreement).toFixed(1)}%` : '';
}
