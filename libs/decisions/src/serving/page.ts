import type { CatalogueSnapshot } from '@keyart/catalog';
import type { ServedPolicy } from '@keyart/contracts';
import type { Policy } from '@keyart/ranking';
import type { DecisionRequest } from './decision-request';
import type { PageTitles } from './title-candidates';

/** A request with everything that must not change while it is answered. */
export interface Page {
  readonly request: DecisionRequest;
  readonly snapshot: CatalogueSnapshot;
  readonly titles: PageTitles;
  /** The named policy, or the mixture, which adds the arm. */
  readonly policy: Policy;
  /** Which served policy answers for this member; its sticky state counts. */
  readonly policyName: ServedPolicy;
  readonly policyVersion: string;
  /** Version whose label scores the policy reads; null when it reads none. */
  readonly llmModelVersion: string | null;
  /** The decisions' time. */
  readonly nowMs: number;
}
