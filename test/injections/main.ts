import { renderTable } from '../../apps/evaluator/src/terminal/table';
import { injectThroughApi, type PlaceReport } from './inject-through-api';
import { measureShifts, type FamilyShift } from './measure-shifts';

const EXIT_FAILED = 1;
const DIGITS = 3;

function placesTable(reports: readonly PlaceReport[]): string {
  const rows = reports.map((one) => [
    one.place,
    ...[one.textCount, one.servedCount, one.refusedCount, one.brokenCount].map(String),
    ...[one.promptCount, one.alteredCount].map(String),
  ]);
  return renderTable([['place', 'texts', 'served', 'refused', 'broken', 'prompts', 'altered'], ...rows]);
}

function shiftsTable(shifts: readonly FamilyShift[]): string {
  const rows = shifts.map(({ family, neutral, injected, largestGain }) => [
    family,
    ...[neutral, injected, injected - neutral, largestGain].map((value) => value.toFixed(DIGITS)),
  ]);
  return renderTable([['caption', 'P(yes) neutral', 'injected', 'mean shift', 'largest gain'], ...rows]);
}

async function main(): Promise<void> {
  const places = await injectThroughApi();
  process.stdout.write(`${placesTable(places)}\n\n`);
  const shifts = await measureShifts();
  process.stdout.write(`${shifts ? shiftsTable(shifts) : 'the embedded model is not on this machine'}\n`);
  const isClean = places.every(
    ({ textCount, servedCount, refusedCount, alteredCount }) =>
      alteredCount === 0 && servedCount + refusedCount === textCount,
  );
  process.stdout.write(`${isClean ? 'passed' : 'FAILED'}\n`);
  if (!isClean) process.exitCode = EXIT_FAILED;
}

void main();
