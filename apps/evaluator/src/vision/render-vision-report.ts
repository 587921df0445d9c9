import { SHOT_SCALES } from '@keyart/contracts';
import { renderTable } from '../terminal/table';
import type { GroupAccuracy } from './accuracy/accuracy-report';
import type { FloorVerdict } from './accuracy/floors';
import { MIN_FACE_HEIGHT_FRACTION, MIN_OVERLAP } from './accuracy/match-faces';
import type { PictureError } from './accuracy/picture-errors';
import type { Proportion } from './accuracy/proportion';
import type { VisionReport } from './vision-report';

type Row = readonly string[];

const number = (value: number): string => value.toFixed(2);
const share = ({ fraction }: Proportion): string => (fraction === null ? '–' : number(fraction));
const interval = ({ interval: [lower, upper] }: Proportion): string => `${number(lower)}–${number(upper)}`;
const cells = (proportion: Proportion): Row => [
  String(proportion.totalCount),
  share(proportion),
  interval(proportion),
];

function section(heading: Row, groups: readonly GroupAccuracy[], row: (group: GroupAccuracy) => Row): string {
  return renderTable([heading, ...groups.map((group) => [group.group, ...row(group)])]);
}

function facesTable(groups: readonly GroupAccuracy[]): string {
  const heading = ['faces', 'n', 'recall', '95%', 'pictures', 'false boxes', 'in 10 pictures'];
  return section(heading, groups, ({ faces, pictureCount }) => [
    ...cells(faces.recall),
    String(pictureCount),
    String(faces.falseBoxCount),
    number(faces.falseBoxesPerTenPictures),
  ]);
}

function letteringTable(groups: readonly GroupAccuracy[]): string {
  const heading = ['lettering', 'n', 'accuracy', '95%', 'precision', 'recall'];
  return section(heading, groups, ({ lettering: { accuracy, precision, recall } }) => [
    ...cells(accuracy),
    share(precision),
    share(recall),
  ]);
}

function topFacetTable(groups: readonly GroupAccuracy[]): string {
  const heading = ['top facet', 'n', 'accuracy', '95%', 'always the commonest', 'uniform guess'];
  return section(heading, groups, ({ topFacet: { accuracy, commonest, uniformFraction } }) => [
    ...cells(accuracy),
    commonest === null ? '–' : `${number(commonest.fraction)} (${commonest.facet})`,
    uniformFraction === null ? '–' : number(uniformFraction),
  ]);
}

function shotScaleTable(groups: readonly GroupAccuracy[]): string {
  const heading = ['shot scale', 'n', 'accuracy', '95%'];
  return section(heading, groups, ({ shotScale }) => cells(shotScale.accuracy));
}

function confusionTable({ shotScale: { confusion } }: GroupAccuracy): string {
  const rows = SHOT_SCALES.map((expected) => [
    expected,
    ...SHOT_SCALES.map((found) => String(confusion[expected][found])),
  ]);
  return renderTable([['seen ↓ found →', ...SHOT_SCALES], ...rows]);
}

function floorsTable(floors: readonly FloorVerdict[]): string {
  const rows = floors.map(({ what, bound, limit, measured, isMet }) => [
    what,
    number(measured),
    `${bound} ${number(limit)}`,
    isMet ? 'met' : 'missed',
  ]);
  return renderTable([['floor', 'measured', 'required', ''], ...rows]);
}

function errorsTable(errors: readonly PictureError[]): string {
  const rows = errors.map(({ artworkId, about, expected, found }) => [artworkId, about, expected, found]);
  return renderTable([['picture', 'about', 'seen by a person', 'found'], ...rows]);
}

/** The report for people; with each wrong answer when asked for. */
export function renderVisionReport(
  { groups, floors, errors }: VisionReport,
  { hasErrors }: { hasErrors: boolean },
): string {
  const note =
    `Faces: human, ${100 * MIN_FACE_HEIGHT_FRACTION}% of the height and more, found at an overlap of ${MIN_OVERLAP}. ` +
    'Intervals: Wilson, as if pictures were independent.';
  return [
    facesTable(groups),
    letteringTable(groups),
    shotScaleTable(groups),
    ...groups.slice(-1).map(confusionTable),
    topFacetTable(groups),
    floorsTable(floors),
    ...(hasErrors ? [errorsTable(errors)] : []),
    note,
  ].join('\n\n');
}
