import path from 'node:path';
import { readViewerFixtures } from '@keyart/catalog';
import { showProgress, SystemClock, type Configuration, type ManualClock } from '@keyart/common';
import { LogRepository } from '@keyart/db';
import { exportLog } from '../../apps/evaluator/src/log/export-log';
import { FIXTURES } from '../serve/service-parts';
import { startService, type RunningService } from '../serve/start-service';
import { ApiClient } from './api-client';
import type { DemoOutcome } from './demo-result';
import { playEvening, type EveningOutcome } from './evening';
import { eveningClock } from './evening-clock';
import { fetchRecords } from './fetch-records';
import { readPictures } from './read-pictures';
import { reportDataOf, rowsOf } from './report-data-of';
import type { ReadingsById } from './report-gallery';
import { runJobs } from './run-jobs';
import { Stopwatch } from './stopwatch';
import { writeReport } from './write-report';

interface Stage {
  readonly configuration: Configuration;
  readonly service: RunningService;
  readonly api: ApiClient;
  readonly clock: ManualClock;
  readonly viewers: Awaited<ReturnType<typeof readViewerFixtures>>;
  readonly watch: Stopwatch;
}

async function prepare({ api, service, viewers, watch }: Stage): Promise<void> {
  const payloads = viewers.map(({ memberId }) => ({ memberId }));
  await runJobs(api, { label: 'taste profiles', name: 'build-profile', payloads });
  watch.lap('profiles');
  if (!service.parts.llm) return;
  await runJobs(api, { label: 'LLM scores', name: 'precompute-scores', payloads });
  watch.lap('precompute');
}

async function play({ api, clock, service, viewers, watch }: Stage): Promise<EveningOutcome> {
  const catalogue = service.parts.catalogue.current();
  const progress = showProgress('the evening');
  const outcome = await playEvening({
    api,
    clock,
    catalogue,
    viewers,
    progress,
    rowsOf: (viewer) => rowsOf(viewer, catalogue),
  });
  progress.done(`${outcome.decisions.length} decisions, ${outcome.events.accepted} events`);
  watch.lap('evening');
  return outcome;
}

async function learn({ api, clock, configuration, watch }: Stage): Promise<void> {
  clock.advance(configuration.REWARD_WINDOW_MS);
  await runJobs(api, { label: 'rewards', name: 'attribute-rewards', payloads: [{}] });
  await runJobs(api, { label: 'training', name: 'train-baseline', payloads: [{ promote: 'now' }] });
  watch.lap('learning');
}

async function write(
  stage: Stage & { readonly readings: ReadingsById },
  outcome: EveningOutcome,
  out: string,
): Promise<DemoOutcome> {
  const { service, api, viewers, clock, watch, readings } = stage;
  const { parts } = service;
  const catalogue = parts.catalogue.current();
  const records = await fetchRecords(
    api,
    outcome.decisions.map(({ decisionId }) => decisionId),
  );
  const log = await exportLog(new LogRepository(parts.database), path.join(out, 'decisions.parquet'));
  const { llmMissing } = parts;
  const acceptedEventCount = outcome.events.accepted;
  const data = reportDataOf({
    catalogue,
    viewers,
    records,
    acceptedEventCount,
    nowMs: clock.nowMs(),
    llmMissing,
    readings,
  });
  const reportFile = await writeReport(data, { out, catalogue, store: parts.pictures });
  watch.lap('report');
  const { titles, artworks, members } = data.summary;
  return {
    counts: { titles, artworks, members },
    records,
    events: outcome.events,
    logFile: log.file,
    reportFile,
    timingsMs: watch.read(),
  };
}

/** The viewers' pages are rows of 16:9 cards in their languages; nothing else is scored beforehand. */
function preparedFor(viewers: Stage['viewers'], configuration: Configuration): Configuration {
  const locales = [...new Set(viewers.map(({ surface }) => surface.locale))];
  return { ...configuration, PRECOMPUTE_LOCALES: locales, PRECOMPUTE_ASPECTS: ['16:9'] };
}

/** The main job, once, over the real service: set-up, scores, an evening, rewards, training, log, report. */
export async function runDemo(
  configuration: Configuration,
  out: string,
): Promise<DemoOutcome & { llmMissing: string | null }> {
  const watch = new Stopwatch();
  const clock = await eveningClock(configuration, new SystemClock());
  const viewers = await readViewerFixtures(FIXTURES);
  const service = await startService({ configuration: preparedFor(viewers, configuration), clock });
  try {
    watch.lap('start');
    const stage: Stage = {
      configuration,
      service,
      clock,
      viewers,
      watch,
      api: new ApiClient(service.url, service.apiKey),
    };
    const readings = await readPictures(stage.api, service.parts.catalogue.current());
    await service.parts.catalogue.refresh();
    watch.lap('pictures');
    await prepare(stage);
    const outcome = await play(stage);
    await learn(stage);
    return { ...(await write({ ...stage, readings }, outcome, out)), llmMissing: service.parts.llmMissing };
  } finally {
    await service.close();
  }
}
