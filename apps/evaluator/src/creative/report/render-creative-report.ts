import { html, type Html } from '@keyart/common';
import { madeFromView, reportPage } from '@keyart/decision-log';
import type { CreativeReport } from '../build-report';
import { scopeName } from '../driver-text';
import { artworkView } from './artwork.view';
import { CREATIVE_STYLES } from './creative-report.styles';
import { driversView } from './drivers.view';
import { quotesView } from './quotes.view';
import { receptionView } from './reception.view';
import { creativeHeadView } from './report-head.view';

/** From what, how and when a report was made. */
export interface ReportOrigin {
  readonly reviewFile: string;
  /** SHA-256. */
  readonly fingerprint: string;
  readonly command: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly version: string;
}

/**
 * Creative feedback as one HTML document that needs nothing outside itself. No script; every text from data is escaped; of people there is
 * nothing but quotes without names.
 */
export function renderCreativeReport(report: CreativeReport, origin: ReportOrigin): string {
  return reportPage({
    title: `Creative feedback: ${scopeName(report.subject, report.name)}`,
    styles: CREATIVE_STYLES,
    body: [
      ...[creativeHeadView(report), driversView(report), receptionView(report)],
      ...[quotesView(report), artworkView(report), methodView()],
      originView(report, origin),
    ],
  });
}

function methodView(): Html {
  return html`<section aria-labelledby="method">
    <h2 id="method">How it was read</h2>
    <p class="prose">
      Outcomes are explained by all aspects and tones together (ridge regression) with a level of its own for
      each title, so that good titles, which are praised for everything, do not pass for effects. Errors leave
      out one title after the other, p-values are corrected by Benjamini and Hochberg over all scopes.
    </p>
  </section>`;
}

function originView({ artwork, schema, drivers }: CreativeReport, origin: ReportOrigin): Html {
  return madeFromView({
    facts: [
      ['Reviews', origin.reviewFile],
      ['SHA-256 of the reviews', html`<code>${origin.fingerprint}</code>`],
      ['Explained', drivers.outcome],
      ['Tested together', drivers.testedCount],
      ['Decision log', artwork?.file ?? 'none'],
      ['Software', `keyart ${origin.version}, schema ${schema}`],
    ],
    ...{ command: origin.command, createdAt: origin.createdAt },
  });
}
