import type { CatalogueSnapshot } from '@keyart/catalog';
import type { Assignment, VersionedPolicy } from '@keyart/ranking';
import type { ServedLlm } from '../models/serving-models';
import type { StudentTier } from '../student/student-tier';
import type { DecisionRequest } from './decision-request';
import type { PageTitles } from './title-candidates';

/** Which policy decides for a member, and what it reads. */
export interface AssignedPolicy {
  /** Which served policy answers for this member, and who said so; its sticky state counts. */
  readonly assignment: Assignment;
  readonly policy: VersionedPolicy;
  /** The LLM whose label scores the policy reads; null when it reads none. */
  readonly llm: ServedLlm | null;
  /** The student whose scores it reads where there are no label scores; null when it reads none. */
  readonly student: StudentTier | null;
}

/** A request with everything that must not change while it is answered. */
export interface Page extends AssignedPolicy {
  readonly request: DecisionRequest;
  readonly snapshot: CatalogueSnapshot;
  readonly titles: PageTitles;
  /** The decisions' time. */
  readonly nowMs: number;
}
