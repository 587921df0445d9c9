import { html, type Html } from '@keyart/common';
import { pageShell } from '../pages/page-shell';
import { frameCard } from './frame-card.view';
import type { SheetFrame, VideoSheet } from './video-sheet';
import { timeLine } from './time-line.view';

/** A video's contact sheet: time line, chosen frames, and those rejected with the reason. */
export function renderVideoPage(sheet: VideoSheet): string {
  const { video, frames } = sheet;
  const chosen = frames.filter(({ rank }) => rank !== null).sort((a, b) => Number(a.rank) - Number(b.rank));
  const rest = frames.filter(({ rank, faults }) => rank === null && faults.length === 0);
  const rejected = frames.filter(({ faults }) => faults.length > 0);
  return pageShell({
    ...{ title: `${video.fileName} · keyart`, theme: 'by-system', homeHref: '/' },
    jumps: [
      { href: '#time', label: 'Time line' },
      { href: '#chosen', label: 'Chosen' },
      { href: '#rejected', label: 'Rejected' },
      { href: '/docs', label: 'API' },
    ],
    body: html`${intro(sheet)} ${timeLine(sheet)}
    ${gallery({ id: 'chosen', heading: 'Chosen frames', videoId: video.videoId, frames: chosen })}
    ${gallery({ id: 'others', heading: 'Good, but less so', videoId: video.videoId, frames: rest })}
    ${gallery({ id: 'rejected', heading: 'Rejected frames', videoId: video.videoId, frames: rejected })}`,
  });
}

function intro({ video, analysis, engagement }: VideoSheet): Html {
  const { durationMs, widthPx, heightPx, frameRate, codec } = analysis.probe;
  const figures = [
    ['Length', `${(durationMs / 1000).toFixed(1)} s`],
    ['Shots', analysis.shots.length],
    ['Scenes', analysis.scenes.length],
    ['Plays', engagement.playCount],
  ] as const;
  return html`<section class="intro">
    <div class="wrap">
      <h1>${video.fileName}</h1>
      <p class="lede">
        ${widthPx} × ${heightPx}, ${frameRate.toFixed(2)} frames/s, ${codec} · ${video.author} ·
        ${video.licence}
      </p>
      <dl class="figures">
        ${figures.map(
          ([name, value]) =>
            html`<div>
              <dt>${name}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
    </div>
  </section>`;
}

interface Gallery {
  readonly id: string;
  readonly heading: string;
  readonly videoId: string;
  readonly frames: readonly SheetFrame[];
}

function gallery({ id, heading, videoId, frames }: Gallery): Html | null {
  if (frames.length === 0) return null;
  return html`<section class="gallery" id="${id}">
    <div class="wrap">
      <h2>${heading}</h2>
      <div class="prints">${frames.map((frame) => frameCard(frame, videoId))}</div>
    </div>
  </section>`;
}
