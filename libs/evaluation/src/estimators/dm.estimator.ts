import type { Estimator } from './estimator';
import { meanOf } from './mean-of';
import { EXPECTED_PREDICTION } from './terms';

/**
 * The direct method, `En[Σ_a π(a) q(a)]`: what a reward model expects. As wrong as the model, whatever the number of rows; its interval
 * says nothing of that.
 * Source: Beygelzimer & Langford, The offset tree for learning with partial labels, KDD 2009 (regression approach).
 */
export const DM: Estimator = meanOf('dm', [EXPECTED_PREDICTION], ['reward-model']);
