import { floorTable } from '../../terminal/floor-table';
import type { CreativeFigures, CreativeFloor } from './creative-floors';

function digits(value: number): string {
  return value.toFixed(3).replace('-', '−');
}

/** Floors, and what lies beside them. */
export function renderSimulation(
  { drivers, claims, artwork }: CreativeFigures,
  floors: readonly CreativeFloor[],
): string {
  return [
    `${drivers.plantedWorldCount} worlds with planted drivers and ${drivers.nullWorldCount} without; ${claims.worldCount} of each kind of claim; ${artwork.logCount} of each kind of log`,
    floorTable(floors.map(({ value, ...floor }) => ({ ...floor, measured: digits(value) }))),
    `A trait that does nothing, shown to those who take more of anything: lift ${digits(artwork.countedBias)} as counted, ${digits(artwork.weightedBias)} weighted. ` +
      `Planted lifts told: ${digits(artwork.toldShare)}. Error of cells: ${digits(artwork.rawError)} raw, ${digits(artwork.shrunkenError)} shrunken.`,
  ].join('\n\n');
}
