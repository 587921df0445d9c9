import { countryName, dollars, workName, type LocalisationPlan, type WorkItem } from '@keyart/audience';
import { renderTable } from '../terminal/table';

const NAMED_COUNTRIES = 3;
const MOST_PEOPLE = 0.5;
const HEADING = [
  '',
  'work',
  'viewers',
  '80% interval',
  'worth',
  'cost',
  'net',
  'net so far',
  'most of it in',
];

/** A plan for people: what to do, in order; what it leaves out; what is not known. */
export function renderPlan(plan: LocalisationPlan, limit: number): string {
  const { items, followUp, leftOut, total, titleName, budget } = plan;
  const title = `${titleName}: ${items.length} pieces of work, ${dollars(total.netValue)} net for ${dollars(total.cost)}`;
  return [
    `${title}${budget === null ? '' : ` of ${dollars(budget)}`}`,
    ...(items.length === 0 ? [] : [tableOf(items, limit)]),
    ...(followUp.length === 0 ? [] : ['', 'Then, once these tracks are there:', tableOf(followUp, limit)]),
    ...(leftOut.length === 0 ? [] : ['', 'Left out:', leftOutTable(leftOut.slice(0, limit))]),
    ...asides(plan),
  ].join('\n');
}

function tableOf(items: readonly WorkItem[], limit: number): string {
  const rows = items.slice(0, limit).map((item, index) => [
    String(index + 1),
    workName(item),
    count(item.viewers.value),
    `${count(item.viewers.low)}–${count(item.viewers.high)}`,
    ...[item.value.value, item.cost, item.netValue, item.cumulative.netValue].map(dollars),
    item.reasons
      .slice(0, NAMED_COUNTRIES)
      .map(({ country }) => countryName(country))
      .join(', '),
  ]);
  const hidden = items.length - rows.length;
  return [renderTable([HEADING, ...rows]), ...(hidden > 0 ? [`and ${hidden} more, see --limit`] : [])].join(
    '\n',
  );
}

function leftOutTable(items: LocalisationPlan['leftOut']): string {
  const rows = items.map((item) => [workName(item), item.why, dollars(item.value.value), dollars(item.cost)]);
  return renderTable([['work', 'why', 'worth', 'cost'], ...rows]);
}

function asides({
  nothingNeeded,
  unknown,
  missingExposure,
  caveats,
  runtimeMinutes,
  assumptions,
}: LocalisationPlan): string[] {
  const names = (rows: readonly { country: string }[]): string =>
    rows.map(({ country }) => country).join(', ');
  const unaided = nothingNeeded.filter(({ share }) => share >= MOST_PEOPLE);
  const worth = `${assumptions.moneyPerViewer} US dollars a viewer`;
  return [
    '',
    ...(unaided.length === 0 ? [] : [`Most people have its language at home in: ${names(unaided)}`]),
    ...(missingExposure.length === 0
      ? []
      : [`Not offered, so nothing is known of liking: ${names(missingExposure)}`]),
    ...unknown.map(({ country, reason }) => `Not planned for: ${country} (${reason})`),
    ...caveats,
    `Assumed: ${runtimeMinutes} minutes, ${worth}; see models/localisation for the rest.`,
  ];
}

function count(viewers: number): string {
  return Math.round(viewers).toLocaleString('en');
}
