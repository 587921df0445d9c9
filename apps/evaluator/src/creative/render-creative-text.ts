import type { ScopeDrivers } from '@keyart/creative';
import { countText, intervalText, pValueText, signedPercentText } from '@keyart/decision-log';
import { renderTable } from '../terminal/table';
import type { ArtworkPart, CreativeReport } from './build-report';
import { driverText, effectText, scopeName } from './driver-text';
import { summaryLines } from './report/report-head.view';

const MOST_LIFTS = 12;

/** A report as text for the terminal: what may be told, drivers, quotes, lifts. */
export function renderCreativeText(report: CreativeReport): string {
  const { subject, name, drivers, reviewCount, titleCount, quotes, artwork } = report;
  const [own] = drivers.scopes;
  const told = own.drivers.filter(({ isDiscovery }) => isDiscovery);
  const words = quotes.flatMap(({ aspect, praise, blame }) =>
    [...praise.slice(0, 1), ...blame.slice(0, 1)].map(
      ({ text, polarity }) => `  ${aspect} ${polarity > 0 ? '+' : '−'} “${text}”`,
    ),
  );
  return [
    [
      `${scopeName(subject, name)}: ${countText(reviewCount)} reviews, ${countText(titleCount)} title${titleCount === 1 ? '' : 's'}; ${drivers.label}`,
      ...summaryLines(report, told),
    ].join('\n'),
    ...(own.drivers.length > 0 ? [driversTable(own)] : []),
    ...(words.length > 0 ? [words.join('\n')] : []),
    ...(artwork ? [artworkText(artwork, name)] : []),
  ].join('\n\n');
}

function driversTable({ drivers }: ScopeDrivers): string {
  return renderTable([
    ['driver', 'effect', '95%', 'reviews', 'effective', 'titles', 'p (BH)', ''],
    ...drivers.map((one) => [
      ...[driverText(one), effectText(one.effect), intervalText(one.interval, (end) => effectText(end ?? 0))],
      ...[countText(one.reviewCount), countText(one.effectiveCount), countText(one.titleCount)],
      ...[pValueText(one.adjustedPValue), one.isDiscovery ? 'told' : ''],
    ]),
  ]);
}

function artworkText({ lifts }: ArtworkPart, name: string): string {
  if (lifts.lifts.length === 0) return `pictures (${lifts.label}): too few takes to say anything`;
  return [
    `pictures (${lifts.label}, ${countText(lifts.decisionCount)} decisions):`,
    renderTable([
      ['trait', 'of', 'country', 'lift', '95%', 'decisions', 'p (BH)', ''],
      ...lifts.lifts
        .slice(0, MOST_LIFTS)
        .map((one) => [
          ...[one.trait, scopeName(one.scope, name), one.country ?? 'all', signedPercentText(one.lift)],
          ...[intervalText(one.interval, signedPercentText), countText(one.decisionCount)],
          ...[pValueText(one.adjustedPValue), one.isDiscovery ? 'told' : ''],
        ]),
    ]),
  ].join('\n');
}
