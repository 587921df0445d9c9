import { html, type Html } from '@keyart/common';
import type { VideoSheet } from './video-sheet';

const WIDTH = 1000;
const HEIGHT = 120;
const SCENES_TOP = 96;
const CURVE_HEIGHT = 88;

/** Shots and scenes along the running time, with how much each shot engages viewers where that is known. */
export function timeLine({ analysis, engagement }: VideoSheet): Html {
  const endMs = Math.max(1, analysis.shots.at(-1)?.toMs ?? 1);
  const at = (ms: number): number => (WIDTH * ms) / endMs;
  const levels = new Map(engagement.shots.map((shot) => [shot.shot, shot]));
  const shots = analysis.shots.map(({ shot, fromMs, toMs }) => {
    const known = levels.get(shot);
    const height = CURVE_HEIGHT * (known?.level ?? 0.5);
    return html`<rect
      x="${at(fromMs)}"
      y="${CURVE_HEIGHT - height}"
      width="${Math.max(1, at(toMs) - at(fromMs) - 1)}"
      height="${height}"
      fill="var(${known?.isHot ? '--popular' : '--bandit'})"
      opacity="${known ? 0.9 : 0.35}"
      ><title>
        Shot ${shot}, ${(fromMs / 1000).toFixed(1)}
        s${known && html`: ${known.rate.toFixed(3)} replays per exposure (${known.lower.toFixed(3)} to ${known.upper.toFixed(3)})`}
      </title></rect
    >`;
  });
  const scenes = analysis.scenes.map(
    ({ scene, fromMs, toMs }) =>
      html`<rect
        x="${at(fromMs)}"
        y="${SCENES_TOP}"
        width="${Math.max(1, at(toMs) - at(fromMs) - 2)}"
        height="16"
        rx="4"
        fill="var(--llm)"
        ><title>Scene ${scene}</title></rect
      >`,
  );
  return html`<section class="viewer" id="time">
    <div class="wrap">
      <h2>Time line</h2>
      <p class="lede">
        ${
          engagement.isEnough
            ? 'Height: replays per exposure against the video’s mean, shrunk; bright: surely above it. Below: scenes.'
            : `Not enough data on engagement: ${engagement.playCount} of 300 plays. All shots are drawn alike. Below: scenes.`
        }
      </p>
      <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" width="100%" role="img" aria-label="Shots and scenes">
        ${shots}${scenes}
      </svg>
    </div>
  </section>`;
}
