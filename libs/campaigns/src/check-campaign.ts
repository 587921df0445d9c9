import type { Campaign } from './campaign';
import { CampaignInputError } from './errors';
import { checkHoldoutShare } from './holdout/campaign-arm';
import { excessText, misleadingTones, type ToneGuard } from './tones/misleading-tones';
import { checkWindows } from './window/campaign-window';

/** With fewer creatives there is nothing to choose. */
const FEWEST_CREATIVES = 2;

/** A creative that an editor must look at before the start, since nobody can tell whether it misleads. */
export interface UncheckedCreative {
  readonly artworkId: string;
  /** What is not known the tones of. */
  readonly unknown: 'title' | 'artwork';
}

/**
 * Whether a campaign can be started.
 * @returns the creatives whose tones cannot be compared with the title's
 * @throws CampaignInputError naming the first field that is wrong; a misleading creative by its tones
 */
export function checkCampaign(campaign: Campaign): UncheckedCreative[] {
  const { segments, creatives, windows, goal, holdoutShare } = campaign;
  checkNames(
    'segments',
    segments.map(({ name }) => name),
  );
  if (segments.length === 0) throw new CampaignInputError('segments', 'has none');
  checkNames(
    'creatives',
    creatives.map(({ artworkId }) => artworkId),
  );
  if (creatives.length < FEWEST_CREATIVES)
    throw new CampaignInputError(
      'creatives',
      `has ${creatives.length}, must have ${FEWEST_CREATIVES} at least`,
    );
  checkWindows(windows);
  checkHoldoutShare(holdoutShare);
  if (!(goal.baseRate > 0 && goal.baseRate < 1))
    throw new CampaignInputError('goal.baseRate', `is ${goal.baseRate}, must be in (0, 1)`);
  if (!(goal.smallestLift > 0 && goal.baseRate * (1 + goal.smallestLift) < 1))
    throw new CampaignInputError(
      'goal.smallestLift',
      `is ${goal.smallestLift}, must be above 0 and leave a rate below 1`,
    );
  return creatives.flatMap(({ artworkId, tones }, k) => {
    const guard = misleadingTones(campaign.titleTones, tones);
    refuseMisleading(guard, `creatives[${k}] ${artworkId}`);
    return guard.kind === 'unknown' ? [{ artworkId, unknown: guard.unknown }] : [];
  });
}

function refuseMisleading(guard: ToneGuard, field: string): void {
  if (guard.kind !== 'misleading') return;
  throw new CampaignInputError(field, `misleads: ${guard.reasons.map(excessText).join('; ')}`);
}

function checkNames(field: string, names: readonly string[]): void {
  names.forEach((name, i) => {
    if (name.trim() === '') throw new CampaignInputError(`${field}[${i}]`, 'has no name');
    if (names.indexOf(name) < i) throw new CampaignInputError(`${field}[${i}]`, `${name} stands there twice`);
  });
}
