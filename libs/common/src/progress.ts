import { Presets, SingleBar } from 'cli-progress';

/** Told how far a long work is: `fraction` in [0, 1] and, where it helps, what is being done. */
export type ProgressListener = (fraction: number, note?: string) => void;

/** A progress display for one piece of work. */
export interface TerminalProgress {
  readonly update: ProgressListener;
  /** Removes the bar and leaves one closing line. */
  done(note: string): void;
}

const QUIET_INTERVAL_MS = 5000;

function barProgress(label: string): TerminalProgress {
  const bar = new SingleBar(
    {
      format: `${label} {bar} {percentage}% {note}`,
      clearOnComplete: true,
      hideCursor: true,
      stream: process.stderr,
    },
    Presets.shades_grey,
  );
  bar.start(1, 0, { note: '' });
  return {
    update: (fraction, note = '') => bar.update(fraction, { note }),
    done: (note) => {
      bar.stop();
      process.stderr.write(`${label}: ${note}\n`);
    },
  };
}

function lineProgress(label: string): TerminalProgress {
  let [lastAtMs, lastPercent] = [performance.now(), 0];
  return {
    update: (fraction, note = '') => {
      const percent = Math.round(fraction * 100);
      if (percent === lastPercent || performance.now() - lastAtMs < QUIET_INTERVAL_MS) return;
      [lastAtMs, lastPercent] = [performance.now(), percent];
      process.stderr.write(`${label}: ${percent}% ${note}\n`);
    },
    done: (note) => void process.stderr.write(`${label}: ${note}\n`),
  };
}

/** A bar on standard error where a person watches, a line every few seconds where it is piped. */
export function showProgress(label: string): TerminalProgress {
  return process.stderr.isTTY ? barProgress(label) : lineProgress(label);
}
