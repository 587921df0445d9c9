import { floorTable } from '../terminal/floor-table';
import { renderTable } from '../terminal/table';
import type { ShiftFloor, ShiftSimulation } from './shift-simulation';

function runLengthText({ runLengths, quiet, threshold }: ShiftSimulation): string {
  const rows = runLengths.map(({ threshold, designed, measured, standardError, runCount }) => [
    ...[
      String(threshold),
      designed.toFixed(0),
      measured.toFixed(0),
      standardError.toFixed(0),
      String(runCount),
    ],
  ]);
  const byMeasure = quiet.map(({ measure, bucketCount, alarmCount, interval }) => [
    ...[measure, String(bucketCount), String(alarmCount), interval === null ? '' : interval.toFixed(0)],
  ]);
  return [
    'BUCKETS TO A FALSE ALARM, the whole detector on streams with weekdays, age and 8 to 120 reviews a day in which nothing changes',
    renderTable([['h', 'designed', 'measured', 'standard error', 'runs'], ...rows]),
    `The same at h = ${threshold} on simulated reviews, which are not normal, charts begun again after each alarm:`,
    renderTable([['measure', 'buckets', 'alarms', 'buckets to one'], ...byMeasure]),
  ].join('\n');
}

function delayText({ delays, drop, threshold }: ShiftSimulation): string {
  const rows = delays.map(({ chart, runLength, delays: own }) => [
    ...[chart, runLength.toFixed(0), ...own.map(({ measured }) => measured.toFixed(1))],
  ]);
  const sizes = delays[0].delays.map(({ sizeSd }) => `${sizeSd} σ`);
  return [
    'BUCKETS TO NOTICE A SHIFT by its size in standard deviations of a bucket, the chart alone',
    renderTable([['chart', 'false alarm in', ...sizes], ...rows]),
    `The whole detector, h = ${threshold}, ${drop.learntDays} days learnt: polarity ${drop.drop} lower, read with ${drop.engineAccuracy * 100}% accuracy at ${drop.reviewsADay} reviews a day, ` +
      `is noticed on day ${drop.delay.toFixed(1)} on average (standard error ${drop.standardError.toFixed(2)}, ${drop.runCount} runs)`,
  ].join('\n');
}

function plantsText({ plants, threshold, falseShare }: ShiftSimulation): string {
  const figure = (value: number | null): string => (value === null ? '' : value.toFixed(1));
  const rows = plants.kinds.map(({ kind, plantedCount, foundCount, medianDelay, medianOnsetError }) => [
    ...[kind, String(plantedCount), String(foundCount), figure(medianDelay), figure(medianOnsetError)],
  ]);
  return [
    `PLANTED SHIFTS: ${plants.titleCount} titles, ${plants.streamCount} streams, ${plants.dayCount} days, ${plants.reviewCount} reviews; h = ${threshold}, false share ${falseShare}`,
    renderTable([['kind', 'planted', 'found', 'median delay', 'median onset error'], ...rows]),
    `${plants.incidentCount} incidents: precision ${plants.precision.toFixed(3)}, recall ${plants.recall.toFixed(3)}; ` +
      `median delay ${plants.medianDelay.toFixed(1)}, median onset error ${plants.medianOnsetError.toFixed(1)} buckets; the onset lies in a 90% interval of the incident in ${(plants.onsetCoverage * 100).toFixed(0)}%`,
  ].join('\n');
}

function bombingText({ bombing }: ShiftSimulation): string {
  const rows = bombing.rows.map(({ kind, count, calledBombing, calledShift, notNoticed }) => [
    ...[kind, String(count), String(calledBombing), String(calledShift), String(notNoticed)],
  ]);
  return [
    'BOMBING OR NOT, judged on the day of the first alarm',
    renderTable([['story', 'planted', 'called bombing', 'called shift', 'not noticed'], ...rows]),
  ].join('\n');
}

function floorsTable(floors: readonly ShiftFloor[]): string {
  return floorTable(
    floors.map(({ what, value, bound, isLeast, isMet }) => ({
      ...{ what, isMet, measured: value.toFixed(3), wanted: `${isLeast ? 'at least' : 'at most'} ${bound}` },
    })),
  );
}

/** The simulation as text. */
export function renderShifts(found: ShiftSimulation): string {
  const parts = [runLengthText, delayText, plantsText, bombingText].map((part) => part(found));
  return [`seed ${found.seed}`, ...parts, floorsTable(found.floors)].join('\n\n');
}
