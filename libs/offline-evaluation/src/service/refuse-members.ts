import { InputError } from '@keyart/common';
import type { EvaluationRequestDto } from '@keyart/contracts';

const MEMBER = 'user_id';

/**
 * The log of the service has members by their own ids, and faults quote what stands in a column: no other column may be read from theirs.
 * @throws InputError naming the field that does
 */
export function refuseMembers({ map = '', target, baseline }: EvaluationRequestDto): void {
  const named = {
    map: map.split(',').map((pair) => pair.split('=')[1]?.trim()),
    target: [columnOf(target)],
    baseline: [columnOf(baseline)],
  };
  for (const [field, names] of Object.entries(named)) {
    if (!names.includes(MEMBER)) continue;
    const text = `${field}: ${MEMBER} names members; in the log of the service it is read as ${MEMBER} alone`;
    throw new InputError('MEMBERS_ASKED_FOR', text);
  }
}

function columnOf(policy?: string): string | undefined {
  return /^column:(.+)$/.exec(policy ?? '')?.[1];
}
