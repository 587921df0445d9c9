import { html, type Html } from '@keyart/common';
import type { ComparisonResult, GuardrailState, Verdict } from '@keyart/evaluation';
import { outcomeText } from '../analysis/outcome-text';

const VERDICT_MARKS: Readonly<Record<Verdict, string>> = {
  ...{ better: '▲', worse: '▼' },
  ...{ 'no difference shown': '=', 'insufficient evidence': '?' },
};
const GUARDRAIL_MARKS: Readonly<Record<GuardrailState, string>> = { held: '✓', broken: '✗', undecided: '?' };
const GUARDRAIL_TONES: Readonly<Record<GuardrailState, string>> = {
  ...{ held: 'better', broken: 'worse', undecided: 'insufficient-evidence' },
};

/** What came of a comparison. @param isBlocked nothing may be read: a guardrail is not judged either */
export function outcomeView(one: ComparisonResult, isBlocked: boolean): Html {
  const { verdict, guardrail } = one;
  const text = outcomeText(one, isBlocked);
  if (isBlocked) return tone('insufficient-evidence', `? ${text}`);
  if (!guardrail) return tone(verdict.replaceAll(' ', '-'), `${VERDICT_MARKS[verdict]} ${text}`);
  return tone(GUARDRAIL_TONES[guardrail.state], `${GUARDRAIL_MARKS[guardrail.state]} ${text}`);
}

function tone(className: string, text: string): Html {
  return html`<span class="tone ${className}">${text}</span>`;
}
