import { loadConfiguration, type Configuration } from './configuration';
import { messageOf } from './errors';
import { EXIT_CODE, exitCodeOf } from './exit-code';
import { createLogger, type Logger } from './logger';
import { untilToldToEnd } from './until-told-to-end';

/** A part of a process that serves until it is told to end. */
export interface RunningProcess {
  /** Stops taking work, finishes what was taken, lets go of everything. */
  close(): Promise<void>;
}

/** What every process starts from. */
export interface ProcessStart {
  readonly configuration: Configuration;
  readonly logger: Logger;
}

/**
 * The frame of a process that serves: reads the configuration, opens, stays until SIGTERM or SIGINT, closes. A second signal
 * ends it at once. Exit code: 0 after a clean close, else what `exitCodeOf` says of the failure, which is logged.
 * @param name under which it logs
 * @param open opens everything; called once
 */
export async function runProcess(
  name: string,
  open: (start: ProcessStart) => Promise<RunningProcess>,
): Promise<void> {
  let logger = createLogger(name);
  try {
    const configuration = loadConfiguration();
    logger = createLogger(name, configuration.LOG_LEVEL);
    const running = await open({ configuration, logger });
    logger.info({ signal: await untilToldToEnd() }, 'shutting down');
    await running.close();
    logger.info('ended');
    process.exit(EXIT_CODE.PASS);
  } catch (error) {
    logger.fatal({ reason: messageOf(error) }, 'the process failed');
    // What was half opened must not hold a process that serves nothing.
    process.exit(exitCodeOf(error));
  }
}
