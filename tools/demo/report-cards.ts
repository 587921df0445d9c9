import path from 'node:path';
import type { CatalogueSnapshot, ViewerFixture } from '@keyart/catalog';
import type { DecisionRecord, Ranker } from '@keyart/contracts';
import { buildTasteProfile } from '@keyart/features';
import { altOf } from '../../apps/api/src/decisions/answer-of';
import { explainChoice } from '@keyart/decisions';
import type { PageRow } from '../../apps/api/src/pages/page-rows';
import type { ReportCard, ReportViewer, ShownPicture } from '../../apps/api/src/pages/report-data';
import { reportTasteOf } from '../../apps/api/src/pages/report-taste';

/** Where a picture lies beside the report. */
export function reportPictureOf(artworkId: string): string {
  return path.posix.join('images', `${artworkId}.jpg`);
}

/** One viewer's page as it was served last, by either ranker. */
export interface ViewerPage {
  readonly viewer: ViewerFixture;
  readonly rows: readonly PageRow[];
  readonly records: readonly DecisionRecord[];
  readonly catalogue: CatalogueSnapshot;
}

function shownIn(page: ViewerPage, titleId: string, policy: Ranker): ShownPicture | null {
  const record = page.records.find((one) => one.titleId === titleId && one.policy === policy);
  const artwork = record && page.catalogue.artwork(record.artworkId);
  if (!record || !artwork) return null;
  const { artworkId, source, propensity } = record;
  const alt = altOf(artwork.caption, page.catalogue.title(titleId)?.name ?? titleId);
  const taste = buildTasteProfile(page.viewer.history);
  return {
    artworkId,
    src: reportPictureOf(artworkId),
    alt,
    source,
    propensity,
    ...explainChoice(record, taste, artwork),
  };
}

/** The page as the report shows it. */
export function reportViewerOf(page: ViewerPage): ReportViewer {
  const { memberId, name, blurb, history } = page.viewer;
  const cardOf = ({ titleId, name: titleName, year }: PageRow['titles'][number]): ReportCard => ({
    ...{ titleId, titleName, year },
    production: shownIn(page, titleId, 'production'),
    llm: shownIn(page, titleId, 'llm'),
  });
  const rows = page.rows.map((row) => ({ name: row.name, cards: row.titles.map(cardOf) }));
  return { memberId, name, blurb, taste: reportTasteOf(buildTasteProfile(history)), rows };
}
