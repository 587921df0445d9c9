import { html, type Html } from '@keyart/common';
import { forbidsVerdict } from '@keyart/evaluation';
import type { ComparedTarget, ComparisonResult } from '../comparison/comparison-result';
import { comparedTargetsView } from './compared-targets.view';
import { madeFromView } from './made-from.view';
import { countText, signedText } from './number-text';
import { reportPage } from './report-page.view';

const STYLES = '.long-names+.scroll,ul+h3{margin-top:16px}';

/**
 * A comparison as one HTML document that needs nothing outside itself: the choice first, then the targets, what stands against them, and what
 * they were made from. No script; every text from data is escaped.
 */
export function renderComparisonReport(result: ComparisonResult): string {
  return reportPage({
    title: `${choiceText(result)}: ${result.targets.length} targets against ${result.baseline}`,
    styles: STYLES,
    body: [headView(result), comparedTargetsView(result), warningsByTarget(result), provenance(result)],
  });
}

function choiceText({ choice, baseline }: ComparisonResult): string {
  return choice.target === null ? `keep ${baseline}` : `serve ${choice.target}`;
}

function headView(result: ComparisonResult): Html {
  const { choice, baseline, targets } = result;
  const { reason } = choice;
  const atLeast =
    choice.lowerBound === null
      ? null
      : html`<p class="summary">
          Its difference to ${baseline} is ${signedText(choice.lowerBound)} at least, and that holds together
          with the bounds of all ${targets.length} targets.
        </p>`;
  return html`<header class="head ${choice.target === null ? 'insufficient-evidence' : 'better'}">
    <p class="kicker">keyart off-policy comparison</p>
    <h1>Which of ${targets.length} targets would have done better than <q>${baseline}</q>?</h1>
    <p class="verdict">${choiceText(result)}</p>
    ${atLeast}
    <p class="meaning">${reason.slice(0, 1).toUpperCase()}${reason.slice(1)}.</p>
  </header>`;
}

function warningsByTarget({ targets }: ComparisonResult): Html {
  const warned = targets.filter(({ warnings }) => warnings.length > 0);
  return html`<section aria-labelledby="warnings">
    <h2 id="warnings">Warnings</h2>
    ${
      warned.length === 0
        ? html`<p>None: weights, support, rewards and calibration are within their limits.</p>`
        : warned.map(warningsOfTarget)
    }
  </section>`;
}

function warningsOfTarget({ target, warnings }: ComparedTarget): Html {
  return html`<h3>${target}</h3>
    <ul>
      ${warnings.map(
        ({ code, detail }) =>
          html`<li>
            <code>${code}</code>${forbidsVerdict(code) ? ' (forbids a verdict)' : ''}: ${detail}. More:
            <code>docs/evaluation/warnings/<wbr />${code}.md</code>
          </li>`,
      )}
    </ul>`;
}

function provenance(result: ComparisonResult): Html {
  const { dataset, configuration, seed, version, schema, command, createdAt } = result;
  return madeFromView({
    facts: [
      ['Baseline policy', result.baseline],
      ['Log', dataset.file],
      ['SHA-256 of the log', html`<code>${dataset.fingerprint}</code>`],
      ['Decisions', `${countText(dataset.rowCount)} of ${countText(dataset.memberCount)} members`],
      ['Locked ones left out', countText(dataset.lockedCount)],
      ['Faulty rows set aside', countText(dataset.quarantinedCount)],
      ['Reward model', configuration.rewardModel],
      ['Facets', configuration.facets ?? 'of the log, if any'],
      ['α', configuration.alpha],
      ['Bootstrap draws', countText(configuration.bootstrapDrawCount)],
      ['Seed', seed],
      ['Columns mapped', configuration.map ?? 'none'],
      ['Software', `keyart ${version}, schema ${schema}`],
    ],
    ...{ command, createdAt },
  });
}
