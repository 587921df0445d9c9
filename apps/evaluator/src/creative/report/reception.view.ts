import { html, type Html } from '@keyart/common';
import { countText, dataTable, intervalText, percentText } from '@keyart/decision-log';
import type { CreativeReport } from '../build-report';
import { effectText } from '../driver-text';

/** What reviews speak of, and what they show. */
export function receptionView({ reception }: CreativeReport): Html | null {
  const { aspects, tones, reviewCount } = reception;
  if (aspects.length + tones.length === 0) return null;
  return html`<section aria-labelledby="reception">
    <h2 id="reception">What reviews speak of</h2>
    <p class="prose">
      Counts as they are, over ${countText(reviewCount)} reviews; what is often spoken of need not matter.
    </p>
    <div class="charts after">
      ${
        aspects.length > 0 &&
        dataTable({
          caption: 'Aspects',
          head: ['', 'Reviews', 'Share', 'Polarity', '95%'],
          numbers: [1, 5],
          rows: aspects.map(({ aspect, reviewCount: count, share, polarity, interval }) => [
            ...[aspect, countText(count), percentText(share), effectText(polarity)],
            intervalText(interval, (end) => effectText(end ?? 0)),
          ]),
        })
      }
      ${
        tones.length > 0 &&
        dataTable({
          caption: 'Tones',
          head: ['', 'Reviews', 'Share', '95%', 'Strength'],
          numbers: [1, 5],
          rows: tones.map(({ tone, reviewCount: count, share, interval, intensity }) => [
            ...[tone, countText(count), percentText(share), intervalText(interval, percentText)],
            intensity.toFixed(2),
          ]),
        })
      }
    </div>
  </section>`;
}
