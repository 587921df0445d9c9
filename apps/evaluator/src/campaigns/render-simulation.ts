import { floorTable } from '../terminal/floor-table';
import { renderTable } from '../terminal/table';
import type { CampaignSimulation } from './simulate-campaigns';
import { JUDGED_LEAD, PLANTED_SIZE, PLAY_LENGTH, type ChoiceRow } from './simulate-choices';

function percent(fraction: number): string {
  return `${(100 * fraction).toFixed(1)}%`;
}

function digits(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return value < 1e-3 ? value.toExponential(1) : value.toFixed(3);
}

function choiceRow({ lead, prior, ...row }: ChoiceRow): string[] {
  return [
    ...[lead === null ? 'as drawn' : percent(lead), prior, String(row.segmentCount)],
    ...[`${percent(row.rightFraction)} ± ${percent(row.standardError)}`, percent(row.lostFraction)],
    row.regretShare.toFixed(3),
  ];
}

/** The simulation as text. */
export function renderSimulation({
  seed,
  choices,
  level,
  propensities,
  fatigue,
  floors,
}: CampaignSimulation): string {
  const { segmentCount, creativeCount, baseRate } = PLANTED_SIZE;
  const verdicts = Object.entries(level.verdicts).map(([verdict, count]) => `${verdict} ${count}`);
  return [
    `${segmentCount} segments, ${creativeCount} creatives, base rate ${percent(baseRate)}, ${PLAY_LENGTH.impressionCount} impressions a segment in batches of ${PLAY_LENGTH.batchSize}, a tenth of them held out; seed ${seed}`,
    renderTable([
      ['lead of the best', 'prior', 'segments', 'right creative', 'takes lost', "regret of uniform's"],
      ...choices.map(choiceRow),
    ]),
    `A/A: ${percent(level.falseFraction)} of ${level.runCount} runs with p < .05 (95%: ${level.interval.map(percent).join(' to ')}); design effect ${level.meanDesignEffect.toFixed(2)}; said in the end: ${verdicts.join(', ')}`,
    `Propensities: ${propensities.decisionCount} decisions in ${propensities.groupCount} groups, χ² ${propensities.chiSquared.toFixed(1)} with ${propensities.degreesOfFreedom} degrees of freedom, p ${digits(propensities.pValue)}`,
    `Wear, ${fatigue.runCount} runs of each: called tired without wear ${percent(fatigue.falseFraction)} (compared as they are, ${percent(fatigue.naiveFalseFraction)}); worn found ${percent(fatigue.foundFraction)}, keeps ${digits(fatigue.plantedRatio)}, estimated ${digits(fatigue.meanRatio)}, intervals hold it ${percent(fatigue.coverage)}`,
    `Floors of choices are judged at a lead of ${percent(JUDGED_LEAD)}.`,
    floorTable(floors.map(({ value, ...floor }) => ({ ...floor, measured: digits(value) }))),
  ].join('\n\n');
}
