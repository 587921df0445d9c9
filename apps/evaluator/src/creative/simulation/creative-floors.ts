import type { ArtworkFigures } from './measure-artwork';
import type { ClaimFigures } from './measure-claims';
import type { DriverFigures } from './measure-drivers';

/** A measured figure and what it must reach. */
export interface CreativeFloor {
  readonly what: string;
  readonly value: number;
  readonly wanted: string;
  readonly isMet: boolean;
}

/** All that is measured in made-up worlds. */
export interface CreativeFigures {
  readonly drivers: DriverFigures;
  readonly claims: ClaimFigures;
  readonly artwork: ArtworkFigures;
}

const COVERAGE = [0.93, 0.97] as const;

function least(what: string, value: number, floor: number): CreativeFloor {
  return { what, value, wanted: `at least ${floor}`, isMet: value >= floor };
}

function most(what: string, value: number, ceiling: number): CreativeFloor {
  return { what, value, wanted: `at most ${ceiling}`, isMet: value <= ceiling };
}

function between(what: string, value: number, [low, high]: readonly [number, number]): CreativeFloor {
  return { what, value, wanted: `${low} to ${high}`, isMet: value >= low && value <= high };
}

/** Whether what is told of reviews and pictures can be believed. */
export function creativeFloors({ drivers, claims, artwork }: CreativeFigures): CreativeFloor[] {
  return [
    least('planted drivers whose sign is found', drivers.signShare, 1),
    least('planted drivers that are told', drivers.toldShare, 0.95),
    most('told drivers that are nothing', drivers.falseShare, 0.05),
    most('worlds without drivers in which one is told', drivers.nullWorldShare, 0.05),
    between('95% intervals that hold a planted effect', drivers.plantedCoverage, COVERAGE),
    between('95% intervals that hold 0 where there is nothing', drivers.nullCoverage, COVERAGE),
    least('true claims supported', claims.trueSupported, 0.95),
    most('false claims supported', claims.falseSupported, 0.05),
    most('claims supported that one loud title makes', claims.loudSupported, 0.05),
    least('claims on few titles: too little data', claims.fewTooLittle, 1),
    between('95% intervals that hold the difference', claims.coverage, COVERAGE),
    least('planted traits whose sign is found', artwork.signShare, 1),
    most('logs without effects in which one is told', artwork.nullLogShare, 0.05),
    between('95% intervals that hold the lift', artwork.coverage, COVERAGE),
    between('95% intervals that hold the lift of a cell', artwork.cellCoverage, COVERAGE),
    most('error of shrunken cells, by that of raw ones', artwork.shrunkenError / artwork.rawError, 0.8),
  ];
}
