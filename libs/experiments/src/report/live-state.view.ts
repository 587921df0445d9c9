import { html, type Html } from '@keyart/common';
import type { LiveReport } from '../live/live-report';

const DAY_LENGTH = 10;

/** What runs since when, what it was to show, and who may be called the winner. */
export function liveStateView(report: LiveReport): Html {
  const { experiment, name, hypothesis, status, winner, stoppedArms } = report;
  return html`<section aria-labelledby="state">
    <h2 id="state">As it stands</h2>
    <p class="lead"><strong>Winner: ${winner.arm ?? 'none'}.</strong> ${sentence(winner.reason)}</p>
    <dl class="facts after">
      <div>
        <dt>Experiment</dt>
        <dd>${name}, <code>${experiment}</code></dd>
      </div>
      <div>
        <dt>Hypothesis</dt>
        <dd>${hypothesis}</dd>
      </div>
      <div>
        <dt>Status</dt>
        <dd>${status}, ${spanText(report)}</dd>
      </div>
    </dl>
    ${stoppedArms.map(
      ({ arm, stoppedAt, reason }) =>
        html`<p class="prose">
          <strong>${arm} was taken out</strong> on ${dayOf(stoppedAt.toISOString())}: ${sentence(reason)} It
          is compared with the control as both were until then.
        </p>`,
    )}
  </section>`;
}

function spanText({ startedAt, stoppedAt }: LiveReport): string {
  return stoppedAt === null ? `since ${dayOf(startedAt)}` : `${dayOf(startedAt)} to ${dayOf(stoppedAt)}`;
}

function dayOf(instant: string): string {
  return instant.slice(0, DAY_LENGTH);
}

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}
