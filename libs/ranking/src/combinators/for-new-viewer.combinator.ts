import { NEW_VIEWER_TASTE } from '@keyart/features';
import type { Policy } from '../policy';

/**
 * The policy as it answers for a viewer nothing is known of: taste, region, and scores that
 * were made for a taste, are taken out of the context. Unavailable exactly when the policy is without them.
 */
export function forNewViewer(policy: Policy): Policy {
  return {
    name: `for-new-viewer(${policy.name})`,
    distribute(context, candidates) {
      const viewer = { ...context.viewer, taste: NEW_VIEWER_TASTE };
      const unknown = { viewer, region: '', labelScores: null, studentScores: null };
      return policy.distribute({ ...context, ...unknown }, candidates);
    },
  };
}
