import {
  currentReading,
  MATURITY_LEVELS,
  type ArtworkRecord,
  type PictureFault,
  type Suitability,
  type Surface,
  type TitleRecord,
} from '@keyart/contracts';
import { canRead } from '../suitability/lettering-script';
import { REPRESENTATIVE_FRACTION } from '../suitability/representative-fraction';
import { INELIGIBLE_REASONS, type IneligibleReason } from './ineligible-reason';

/** An artwork, the title it belongs to, and where and when it would be shown. */
export interface EligibilityQuestion {
  readonly artwork: ArtworkRecord;
  readonly title: TitleRecord;
  readonly surface: Surface;
  readonly nowMs: number;
}

type Rule = (question: EligibilityQuestion) => boolean;

const RULES: readonly (readonly [IneligibleReason, Rule])[] = [
  [INELIGIBLE_REASONS.NO_PICTURE, ({ artwork }) => artwork.sha256 === null],
  [INELIGIBLE_REASONS.NOT_APPROVED, ({ artwork }) => artwork.reviewState !== 'approved'],
  [
    INELIGIBLE_REASONS.RIGHTS_NOT_STARTED,
    ({ artwork, nowMs }) => artwork.rightsFrom !== null && nowMs < artwork.rightsFrom.getTime(),
  ],
  [
    INELIGIBLE_REASONS.RIGHTS_EXPIRED,
    ({ artwork, nowMs }) => artwork.rightsUntil !== null && nowMs >= artwork.rightsUntil.getTime(),
  ],
  [INELIGIBLE_REASONS.ASPECT_MISMATCH, ({ artwork, surface }) => artwork.aspect !== surface.aspect],
  [
    INELIGIBLE_REASONS.LOCALE_MISMATCH,
    ({ artwork, surface }) =>
      artwork.locale !== null && languageOf(artwork.locale) !== languageOf(surface.locale),
  ],
  [INELIGIBLE_REASONS.MATURITY_TOO_HIGH, isTooMature],
  [INELIGIBLE_REASONS.SPOILER, isSpoiler],
  [INELIGIBLE_REASONS.TOO_SMALL, (question) => hasFault(question, 'too-small')],
  [INELIGIBLE_REASONS.BLURRED, (question) => hasFault(question, 'blurred')],
  [INELIGIBLE_REASONS.BLANK, (question) => hasFault(question, 'blank')],
  [INELIGIBLE_REASONS.UNREADABLE_LETTERING, hasUnreadableLettering],
  [INELIGIBLE_REASONS.NOT_REPRESENTATIVE, isUnrepresentative],
];

/** What happens in the last fifth of a title is better not seen before. */
const ENDING_FRACTION = 0.8;

/**
 * Why the artwork may not be shown; empty when it may. Pure.
 * Rights hold in [from, until); lettering matches on the primary language subtag (`pt-BR` suits `pt-PT`) and a picture
 * without lettering suits every language; title and picture must both be allowed at the surface's maturity. What only a reading
 * tells (faults, lettering nobody declared, representativeness) counts once there is one: until then the editor's approval stands.
 * @returns the reasons in the order of the rules, each at most once
 */
export function ineligibleReasons(question: EligibilityQuestion): IneligibleReason[] {
  const reasons: IneligibleReason[] = [];
  for (const [reason, applies] of RULES) if (applies(question)) reasons.push(reason);
  return reasons;
}

function isTooMature({ artwork, title, surface }: EligibilityQuestion): boolean {
  const allowed = MATURITY_LEVELS.indexOf(surface.maturity);
  return (
    MATURITY_LEVELS.indexOf(artwork.maturity) > allowed || MATURITY_LEVELS.indexOf(title.maturity) > allowed
  );
}

function isSpoiler({ artwork }: EligibilityQuestion): boolean {
  return artwork.isSpoiler || (artwork.framePositionFraction ?? 0) > ENDING_FRACTION;
}

function suitabilityOf({ artwork }: EligibilityQuestion): Suitability | null {
  return currentReading(artwork)?.suitability ?? null;
}

function hasFault(question: EligibilityQuestion, fault: PictureFault): boolean {
  return suitabilityOf(question)?.faults.includes(fault) ?? false;
}

function hasUnreadableLettering(question: EligibilityQuestion): boolean {
  const script = suitabilityOf(question)?.letteringScript ?? null;
  return question.artwork.locale === null && script !== null && !canRead(script, question.surface.locale);
}

function isUnrepresentative(question: EligibilityQuestion): boolean {
  const fraction = suitabilityOf(question)?.representativeness.fraction ?? null;
  return fraction !== null && fraction < REPRESENTATIVE_FRACTION;
}

function languageOf(locale: string): string {
  return locale.split('-', 1)[0].toLowerCase();
}
