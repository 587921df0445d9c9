import {
  checkExperimentDesign,
  detectableLift,
  requiredUnits,
  type ExperimentDesign,
  type IntervalMethod,
} from '@keyart/evaluation';

/** A test to be planned. */
export interface PlanRequest {
  readonly design: Omit<ExperimentDesign, 'shares' | 'method'>;
  /** Planned shares of all arms, relative, control first. */
  readonly weights: readonly number[];
  readonly methods: readonly IntervalMethod[];
  /** Relative lift to be shown. */
  readonly lift: number;
  /** Members of all arms; null: not known. */
  readonly memberCount: number | null;
  /** New members a day; null: not known. */
  readonly membersADay: number | null;
}

/** What a method needs and shows. */
export interface PlannedMethod {
  readonly method: string;
  /** Members of all arms. */
  readonly requiredMemberCount: number;
  readonly requiredDays: number | null;
  /** Relative, with the members given; null, too, where they show no lift at all. */
  readonly minimumDetectableEffect: number | null;
}

/** Sizes for the smallest arm against the control, which needs the most. @throws StatisticInputError */
export function planExperiment(request: PlanRequest): PlannedMethod[] {
  const { weights, lift, memberCount, membersADay } = request;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const pair = weights[0] + Math.min(...weights.slice(1));
  const shares = [weights[0] / pair, 1 - weights[0] / pair] as const;
  return request.methods.map((method) => {
    const design: ExperimentDesign = { ...request.design, shares, method };
    checkExperimentDesign(design);
    const requiredMemberCount = Math.ceil((requiredUnits(design, lift) * total) / pair);
    return {
      ...{ method: method.name, requiredMemberCount },
      requiredDays: membersADay === null ? null : Math.ceil(requiredMemberCount / membersADay),
      minimumDetectableEffect:
        memberCount === null ? null : detectableLift(design, Math.floor((memberCount * pair) / total)),
    };
  });
}
