import { html, type Html } from '@keyart/common';
import type { AspectProfile, ToneShare } from '@keyart/profiles';
import { percentText } from '../audience/percent-text';
import { polarityInterval, polarityText } from './sentiment-text';

const SHOWN_TONES = 12;

/** How often feelings are shown, the most frequent first. */
export function toneBarsView(tones: readonly ToneShare[]): Html {
  const shown = tones.slice(0, SHOWN_TONES);
  const most = Math.max(...shown.map(({ high }) => high), Number.EPSILON);
  const at = (share: number): string => `${((100 * share) / most).toFixed(1)}%`;
  return html`<ul class="bars">
    ${shown.map(
      ({ tone, value, low, high }) =>
        html`<li>
          <span class="what">${tone}</span>
          <span class="gauge">
            <i class="point" style="width:${at(value)}"></i>
            <i class="range" style="left:${at(low)};width:${at(high - low)}"></i>
          </span>
          <span class="much"
            ><b>${percentText(value)}</b>
            <small>${percentText(low).replace(' %', '')}–${percentText(high)}</small></span
          >
        </li>`,
    )}
  </ul>`;
}

/** What is said of aspects, from blame on the left to praise on the right. */
export function aspectBarsView(aspects: readonly AspectProfile[]): Html {
  const at = (polarity: number): string => `${(50 * (1 + polarity)).toFixed(1)}%`;
  return html`<ul class="bars sided">
    ${aspects.map(
      ({ aspect, value, low, high, mentionShare, raw }) =>
        html`<li>
          <span class="what">${aspect} <small>in ${percentText(mentionShare)} of reviews</small></span>
          <span class="gauge">
            <i class="range" style="left:${at(low)};width:${(50 * (high - low)).toFixed(1)}%"></i>
            <i class="dot ${value < 0 ? 'blame' : 'praise'}" style="left:${at(value)}"></i>
          </span>
          <span class="much"
            ><b>${polarityText(value)}</b> <small>${polarityInterval({ value, raw, low, high })}</small></span
          >
        </li>`,
    )}
  </ul>`;
}
