import { inLanes } from '@keyart/common';
import { ShadowDecisionsRepository, type Database } from '@keyart/db';
import {
  AttributeRewards,
  BuildProfile,
  PromoteModels,
  TrainProductionModels,
  type DecisionService,
  type PromotionOutcome,
  type TrainedModels,
} from '@keyart/decisions';
import type { SliceShares } from '@keyart/ranking';
import { uuidOf } from '../../support/uuid-of';
import type { MadeCatalogue } from '../catalogue.factory';
import { aServingWorld, type ServingWorld } from '../serving-world.factory';
import type { SimulatedViewer } from './simulated-viewer';

/** Viewers served side by side. */
export const LANE_COUNT = 8;
/** Larger than in service, so that few members are enough to read them. */
export const SIMULATED_SLICES: SliceShares = { uniform: 0.1, popular: 0.1, 'not-personalised': 0.1 };
/** As configured by default; viewers are few, so all their decisions are watched. */
const PROMOTION_RULE = { leastDecisionCount: 500, tolerance: 0.02 };
const SHADOW_FRACTION = 1;
const REWARD_WINDOW_MS = 6 * 3_600_000;

/** What the night did. */
export interface Night {
  readonly promotion: PromotionOutcome;
  readonly trained: TrainedModels;
}

/** The service with its jobs over a real database, and a clock of its own. */
export interface SimulatedService {
  readonly world: ServingWorld;
  readonly decisions: DecisionService;
  /** Attributes what is due, judges the shadow and trains its successor, as the schedules do. */
  night(): Promise<Night>;
}

/** Opens the service over the catalogue, and lets the viewers in. */
export async function aSimulatedService(
  database: Database,
  catalogue: MadeCatalogue,
  viewers: readonly SimulatedViewer[],
): Promise<SimulatedService> {
  const newDecisionId = (requestId: string, titleId: string): string => uuidOf(`${requestId}/${titleId}`);
  const world = await aServingWorld({ database, catalogue, slices: SIMULATED_SLICES, newDecisionId });
  const { repositories, clock } = world;
  const build = new BuildProfile(repositories.members);
  await inLanes(viewers, LANE_COUNT, async ({ memberId, history }) => {
    await repositories.members.importHistory(memberId, { entries: [...history] });
    await build.run(memberId);
  });
  const shadows = new ShadowDecisionsRepository(database);
  const decisions = world.with({ shadow: { shadows, fraction: SHADOW_FRACTION } });
  const parts = { ...repositories, shadows, clock, catalogue: world.catalogue };
  const attribute = new AttributeRewards({ ...parts, windowMs: REWARD_WINDOW_MS });
  const promote = new PromoteModels({ ...parts, rule: PROMOTION_RULE });
  const train = new TrainProductionModels(parts);
  return {
    ...{ world, decisions },
    async night() {
      await decisions.settled();
      await attribute.run();
      const promotion = await promote.run();
      const trained = await train.run();
      await world.models.refresh();
      return { promotion, trained };
    },
  };
}
