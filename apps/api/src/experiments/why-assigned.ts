import type { Assignment } from '@keyart/ranking';

/** An assignment in a sentence. */
export function whyAssigned({ assignedBy, policy, slice, experiment, arm }: Assignment): string {
  switch (assignedBy) {
    case 'request':
      return `the request names the policy ${policy}`;
    case 'preference':
      return 'the member has switched personalised artwork off';
    case 'slice':
      return `the member is in the always-on slice ${slice}`;
    case 'experiment':
      return `the member is in the arm ${arm} of the experiment ${experiment}`;
    case 'default':
      return `the member is in no slice and in no running experiment, so ${policy} serves`;
  }
}
