import { createRandom, type Random } from '@keyart/common';
import { KILLED_PARTS, OTHER_FAULTS, type FaultName } from './fault';

const KILLS_PER_OTHER_FAULT = 3;

function shuffled<T>(items: readonly T[], random: Random): T[] {
  return items
    .map((item) => ({ item, key: random.next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

function isKill(name: FaultName): boolean {
  return (KILLED_PARTS as readonly string[]).includes(name);
}

/**
 * The faults of a run in order: rounds of every killed part in random order, and another fault after every third kill.
 * @param possible faults this machine can play
 */
export function scheduleOf(killCount: number, seed: string, possible: ReadonlySet<FaultName>): FaultName[] {
  const random = createRandom(`faults/${seed}/schedule`);
  const schedule: FaultName[] = [];
  let others: FaultName[] = [];
  for (let kills = 0; kills < killCount;) {
    for (const part of shuffled(
      KILLED_PARTS.filter((name) => possible.has(name)),
      random,
    )) {
      if (kills++ >= killCount) break;
      schedule.push(part);
      if (kills % KILLS_PER_OTHER_FAULT !== 0) continue;
      if (others.length === 0)
        others = shuffled(
          OTHER_FAULTS.filter((name) => possible.has(name)),
          random,
        );
      schedule.push(...others.splice(0, 1));
    }
  }
  return schedule;
}

/** How many of the faults are kills. */
export function killCountOf(schedule: readonly FaultName[]): number {
  return schedule.filter(isKill).length;
}
