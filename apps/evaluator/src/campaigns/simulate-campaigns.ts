import { projectVersion, type ProgressListener } from '@keyart/common';
import { campaignFloors, type CampaignFindings, type CampaignFloor } from './campaign-floors';
import { simulateChoices } from './simulate-choices';
import { simulateFatigue } from './simulate-fatigue';
import { simulateLevel } from './simulate-level';
import { simulatePropensities } from './simulate-propensities';

/** What to simulate, and how much of it. */
export interface SimulationQuestion {
  readonly seed: string;
  /** Planted campaigns of each kind. */
  readonly campaignCount: number;
  /** A/A campaigns. */
  readonly levelRunCount: number;
  /** Choices whose propensities are checked. */
  readonly decisionCount: number;
  /** Campaigns with and without wear. */
  readonly fatigueRunCount: number;
  readonly onProgress: ProgressListener;
}

/** What campaigns do in worlds whose truth is known. */
export interface CampaignSimulation extends CampaignFindings {
  readonly schema: 'campaign-simulation/1';
  readonly seed: string;
  readonly softwareVersion: string;
  readonly floors: readonly CampaignFloor[];
}

/** Runs all parts; equal questions give equal answers. */
export function simulateCampaigns(question: SimulationQuestion): CampaignSimulation {
  const { seed, campaignCount, levelRunCount, decisionCount, fatigueRunCount, onProgress } = question;
  const choices = simulateChoices({
    ...{ seed, campaignCount },
    onProgress: (fraction) => onProgress(0.6 * fraction, 'choices'),
  });
  const level = simulateLevel({
    ...{ seed, runCount: levelRunCount },
    onProgress: (fraction) => onProgress(0.6 + 0.3 * fraction, 'A/A'),
  });
  onProgress(0.9, 'propensities');
  const propensities = simulatePropensities(seed, decisionCount);
  onProgress(0.95, 'fatigue');
  const fatigue = simulateFatigue(seed, fatigueRunCount);
  const found = { choices, level, propensities, fatigue };
  const head = { schema: 'campaign-simulation/1', seed, softwareVersion: projectVersion() } as const;
  return { ...head, ...found, floors: campaignFloors(found) };
}
