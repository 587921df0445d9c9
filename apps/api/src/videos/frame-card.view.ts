import { html, type Html } from '@keyart/common';
import type { SheetFrame } from './video-sheet';

/** One frame: its score parts, crops, faults, what it became, and the call that promotes it. */
export function frameCard(frame: SheetFrame, videoId: string): Html {
  const { src, rank, atMs, shot, scene, parts, crops, faults, promotions } = frame;
  const seconds = (atMs / 1000).toFixed(2);
  const state = faults.length > 0 ? faults.join(', ') : rank === null ? 'not chosen' : `no. ${rank}`;
  return html`<figure class="print ${faults.length > 0 && 'barred'}">
    <div class="frame wide">
      <span class="by">${seconds} s</span><span class="state">${state}</span>
      <img src="${src}" alt="Frame at ${seconds} seconds" loading="lazy" decoding="async" />
      ${crops.map(cropBox)}
    </div>
    <figcaption>
      Shot ${shot}, scene ${scene}: quality ${parts.quality.toFixed(2)}, representativeness
      ${parts.representativeness.toFixed(2)}, engagement ${parts.engagement.toFixed(2)}
      <ul class="facets">
        ${crops.map(
          ({ aspect, keptFraction }) =>
            html`<li style="--strength:${keptFraction}">
              ${aspect} keeps ${Math.round(100 * keptFraction)}%
            </li>`,
        )}
      </ul>
      ${promotions.map(({ artworkId, aspect }) => html`<p>Promoted in ${aspect}: <code>${artworkId}</code></p>`)}
      ${faults.length === 0 && promoteCall(frame, videoId)}
    </figcaption>
  </figure>`;
}

function cropBox({ box, aspect }: SheetFrame['crops'][number]): Html {
  const percent = (fraction: number): string => `${(100 * fraction).toFixed(2)}%`;
  const place = `left:${percent(box.x)};top:${percent(box.y)};width:${percent(box.width)};height:${percent(box.height)}`;
  return html`<span
    title="${aspect}"
    style="position:absolute;box-sizing:border-box;border:1px dashed #fff;mix-blend-mode:difference;${place}"
  ></span>`;
}

function promoteCall({ frame, crops }: SheetFrame, videoId: string): Html | null {
  if (crops.length === 0) return null;
  return html`<small
    ><code
      >curl -X POST -H "authorization: Bearer $KEY" -H "content-type: application/json" -d
      '{"aspect":"${crops[0].aspect}"}' /v1/videos/${videoId}/frames/${frame}/promote</code
    ></small
  >`;
}
