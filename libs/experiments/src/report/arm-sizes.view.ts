import { html, type Html, type HtmlPart } from '@keyart/common';
import { countText, percentText } from '@keyart/decision-log';

/** An arm as it was planned and as it came out. */
export interface ArmSize {
  readonly name: string;
  readonly memberCount: number;
  /** Relative to the other arms. */
  readonly weight: number;
}

interface PlannedArm extends ArmSize {
  readonly share: number;
  readonly plannedCount: number;
  readonly plannedShare: number;
}

/** Members by arm against plan, as bars. */
export function armSizesView(arms: readonly ArmSize[], caption: HtmlPart): Html {
  const planned = plannedArms(arms);
  const most = Math.max(
    1,
    ...planned.flatMap(({ memberCount, plannedCount }) => [memberCount, plannedCount]),
  );
  return html`<figure class="card sizes">
    <h3>Members by arm</h3>
    <ul class="rows">
      ${planned.map((arm) => sizeRow(arm, most))}
    </ul>
    <figcaption>${caption}</figcaption>
  </figure>`;
}

function plannedArms(arms: readonly ArmSize[]): PlannedArm[] {
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const all = sum(arms.map(({ memberCount }) => memberCount));
  const expected = sum(arms.map(({ memberCount, weight }) => (weight > 0 ? memberCount : 0)));
  const weights = sum(arms.map(({ weight }) => weight));
  return arms.map((arm) => {
    const plannedShare = weights > 0 ? arm.weight / weights : 0;
    const share = all > 0 ? arm.memberCount / all : 0;
    return { ...arm, share, plannedShare, plannedCount: plannedShare * expected };
  });
}

function sizeRow({ name, memberCount, plannedCount, share, plannedShare }: PlannedArm, most: number): Html {
  const place = (count: number): string => `${(99.5 * (count / most)).toFixed(2)}%`;
  const text = `${countText(memberCount)}, ${percentText(share)} (planned ${percentText(plannedShare)})`;
  return html`<li class="row">
    <span class="name">${name}</span>
    <svg role="img" width="100%" height="26">
      <title>${name}: ${text}</title>
      <rect class="bar" x="0" y="6" height="14" width="${place(memberCount)}" />
      <line class="planned" x1="${place(plannedCount)}" x2="${place(plannedCount)}" y1="2" y2="24" />
    </svg>
    <span class="numbers">${text}</span>
  </li>`;
}
