import { describeFaults, LogFaultsError } from '@keyart/decision-log';

const OPTION = /--(map|segment|reward-model|target|baseline|facets)\b/g;
const FIELDS: Readonly<Record<string, string>> = { segment: 'segments', 'reward-model': 'rewardModel' };

/** What went wrong, by fields of a request, without advice that only the command line can follow. */
export function problemText(error: Error): string {
  const text = error instanceof LogFaultsError ? describeFaults(error.faults) : error.message;
  return text.replaceAll(OPTION, (_, option: string) => FIELDS[option] ?? option);
}
