import { html, type Html } from '@keyart/common';
import type { ComparisonResult, GuardrailState, Verdict } from '@keyart/evaluation';

const VERDICT_MARKS: Readonly<Record<Verdict, string>> = {
  ...{ better: '▲', worse: '▼' },
  ...{ 'no difference shown': '=', 'insufficient evidence': '?' },
};
const GUARDRAIL_MARKS: Readonly<Record<GuardrailState, string>> = { held: '✓', broken: '✗', undecided: '?' };
const GUARDRAIL_TONES: Readonly<Record<GuardrailState, string>> = {
  ...{ held: 'better', broken: 'worse', undecided: 'insufficient-evidence' },
};

/** What came of a comparison. @param isBlocked nothing may be read: a guardrail is not judged either */
export function outcomeView({ verdict, guardrail }: ComparisonResult, isBlocked: boolean): Html {
  if (isBlocked) return tone('insufficient-evidence', '? not to be read');
  if (!guardrail) return tone(verdict.replaceAll(' ', '-'), `${VERDICT_MARKS[verdict]} ${verdict}`);
  const { state } = guardrail;
  return tone(GUARDRAIL_TONES[state], `${GUARDRAIL_MARKS[state]} guardrail ${state}`);
}

function tone(className: string, text: string): Html {
  return html`<span class="tone ${className}">${text}</span>`;
}
