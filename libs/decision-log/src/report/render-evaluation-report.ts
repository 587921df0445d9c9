import { html, trusted } from '@keyart/common';
import type { EvaluationResult } from '../evaluation-result';
import { diagnosticsView } from './diagnostics.view';
import { differencesView } from './differences.view';
import { matchView } from './match.view';
import { notComputedView } from './not-computed.view';
import { powerView } from './power.view';
import { provenanceView } from './provenance.view';
import { reportHeadView } from './report-head.view';
import { REPORT_STYLES } from './report.styles';
import { segmentsView } from './segments.view';
import { valuesView } from './values.view';
import { warningsView } from './warnings.view';

/**
 * An evaluation as one HTML document that needs nothing outside itself: what the log can show and the verdict first, then what stands against it,
 * numbers with their pictures, and what they were made from. No script; every text from data is escaped.
 */
export function renderEvaluationReport(result: EvaluationResult): string {
  const { policies, verdict } = result;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${verdict}: ${policies.target} against ${policies.baseline}</title>
        <link rel="icon" href="data:," />
        <style>
          ${trusted(REPORT_STYLES)}
        </style>
      </head>
      <body>
        <main>
          ${reportHeadView(result)} ${warningsView(result.warnings)} ${powerView(result)}
          ${differencesView(result)} ${matchView(result)} ${valuesView(result)} ${segmentsView(result)}
          ${diagnosticsView(result)} ${notComputedView(result)} ${provenanceView(result)}
        </main>
      </body>
    </html>`.text;
}
