import { html } from '@keyart/common';
import type { CatalogueSnapshot, ViewerFixture } from '@keyart/catalog';
import type { DecisionRecord } from '@keyart/contracts';
import { buildTasteProfile } from '@keyart/features';
import { pageRows, type PageRow } from '../../apps/api/src/pages/page-rows';
import type { ReportData } from '../../apps/api/src/pages/report-data';
import { reportViewerOf } from './report-cards';
import { galleryOf, type ReadingsById } from './report-gallery';

/** A viewer's page: titles nearest to the taste first. */
export function rowsOf(viewer: ViewerFixture, catalogue: CatalogueSnapshot): PageRow[] {
  return pageRows(catalogue.titles, buildTasteProfile(viewer.history));
}

/** What the report is made from. */
export interface ReportInput {
  readonly catalogue: CatalogueSnapshot;
  readonly viewers: readonly ViewerFixture[];
  /** Of all visits, oldest first. */
  readonly records: readonly DecisionRecord[];
  readonly acceptedEventCount: number;
  readonly nowMs: number;
  readonly llmMissing: string | null;
  readonly readings: ReadingsById;
}

const NOTES = [
  'Viewers, their histories’ ratings and their evening are made up; films, pictures, database, queue, model and HTTP calls are real.',
  'The embedded language model is small and was trained in a made-up world on other films; the production ranker starts from content alone.',
  html`What these decisions say about knowing the viewer:
    <a href="evaluation.html">keyart’s evaluator on this log</a>.`,
  'Pictures are openly licensed or drawn for this project; origin and licence stand beneath each.',
];

/** Each title's newest decision by either ranker. */
function lastPage({ records }: ReportInput, { memberId }: ViewerFixture): DecisionRecord[] {
  const own = records.filter((record) => record.memberId === memberId);
  return [...new Map(own.map((record) => [`${record.policy}/${record.titleId}`, record])).values()];
}

/** Everything the report shows: each viewer's last page by both rankers, and every picture of the catalogue. */
export function reportDataOf(input: ReportInput): ReportData {
  const { catalogue, viewers, records, nowMs, llmMissing } = input;
  const surface = { locale: 'en', region: 'US', device: 'web', maturity: '18' } as const;
  const gallery = galleryOf(catalogue, { surface, nowMs, readings: input.readings });
  return {
    generatedAt: new Date(nowMs).toISOString(),
    summary: {
      titles: catalogue.titles.length,
      artworks: gallery.reduce((sum, title) => sum + title.artworks.length, 0),
      members: viewers.length,
      decisions: records.length,
      events: input.acceptedEventCount,
      llmShare: records.filter(({ source }) => source === 'llm').length / Math.max(1, records.length),
    },
    viewers: viewers.map((viewer) =>
      reportViewerOf({
        viewer,
        catalogue,
        rows: rowsOf(viewer, catalogue),
        records: lastPage(input, viewer),
      }),
    ),
    gallery,
    notes: llmMissing ? [...NOTES, `The language model tier was out: ${llmMissing}.`] : NOTES,
  };
}
