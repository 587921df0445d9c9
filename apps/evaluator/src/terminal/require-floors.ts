import { GateFailedError } from './gate-failed-error';

/** Ends a command with exit code 1 where a floor is missed. @throws GateFailedError naming those that are */
export function requireFloors(floors: readonly { readonly what: string; readonly isMet: boolean }[]): void {
  const missed = floors.filter(({ isMet }) => !isMet).map(({ what }) => what);
  if (missed.length > 0) throw new GateFailedError(`missed: ${missed.join('; ')}`);
}
