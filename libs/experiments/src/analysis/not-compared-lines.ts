import { groupsOf } from '@keyart/common';
import type { NotCompared } from '@keyart/evaluation';

/** Which arms were not compared and why, a line an arm and reason, with the metrics that it befell. */
export function notComparedLines(notCompared: readonly NotCompared[]): string[] {
  return groupsOf(notCompared, ({ arm, reason }) => JSON.stringify([arm, reason])).map((group) => {
    const [{ arm, reason }] = group;
    return `arm ${arm} is not compared on ${group.map(({ name }) => name).join(', ')}: ${reason}`;
  });
}
