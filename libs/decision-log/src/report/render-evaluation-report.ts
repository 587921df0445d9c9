import type { EvaluationResult } from '../evaluation-result';
import { diagnosticsView } from './diagnostics.view';
import { differencesView } from './differences.view';
import { matchView } from './match.view';
import { notComputedView } from './not-computed.view';
import { powerView } from './power.view';
import { provenanceView } from './provenance.view';
import { reportHeadView } from './report-head.view';
import { reportPage } from './report-page.view';
import { segmentsView } from './segments.view';
import { valuesView } from './values.view';
import { warningsView } from './warnings.view';

/**
 * An evaluation as one HTML document that needs nothing outside itself: what the log can show and the verdict first, then what stands against it,
 * numbers with their pictures, and what they were made from. No script; every text from data is escaped.
 */
export function renderEvaluationReport(result: EvaluationResult): string {
  const { policies, verdict } = result;
  return reportPage({
    title: `${verdict}: ${policies.target} against ${policies.baseline}`,
    body: [
      ...[
        reportHeadView(result),
        warningsView(result.warnings),
        powerView(result),
        differencesView(result),
        matchView(result),
      ],
      ...[valuesView(result), segmentsView(result), diagnosticsView(result), notComputedView(result)],
      provenanceView(result),
    ],
  });
}
