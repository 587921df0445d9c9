import { renderTable } from './table';

/** A floor in words. */
export interface SaidFloor {
  readonly what: string;
  readonly measured: string;
  readonly wanted: string;
  readonly isMet: boolean;
}

/** Floors as a table, for people. */
export function floorTable(floors: readonly SaidFloor[]): string {
  const rows = floors.map(({ what, measured, wanted, isMet }) => [
    ...[what, measured, wanted, isMet ? 'met' : 'MISSED'],
  ]);
  return renderTable([['floor', 'measured', 'wanted', ''], ...rows]);
}
