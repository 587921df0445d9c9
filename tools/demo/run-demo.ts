import path from 'node:path';
import { readViewerFixtures } from '@keyart/catalog';
import { showProgress, SystemClock, type Configuration, type ManualClock } from '@keyart/common';
import { LogRepository } from '@keyart/db';
import { exportLog } from '@keyart/offline-evaluation';
import { FIXTURES } from '../serve/service-parts';
import { startService, type RunningService } from '../serve/start-service';
import { ApiClient } from './api-client';
import type { DemoOutcome } from './demo-result';
import { evaluateOwnLog } from './evaluate-own-log';
import { joined, playAssignedVisit, playEvening, type EveningOutcome, type EveningSetting } from './evening';
import { eveningClock } from './evening-clock';
import { fetchRecords } from './fetch-records';
import { filmAVideo, type VideoAudience } from './film-a-video';
import { readPictures } from './read-pictures';
import { reportDataOf, rowsOf } from './report-data-of';
import type { ReadingsById } from './report-gallery';
import { runJobs } from './run-jobs';
import { Stopwatch } from './stopwatch';
import { startTrial } from './trial';
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

interface Evening extends EveningOutcome {
  readonly experiment: string | null;
}

async function play({ api, clock, service, viewers, watch }: Stage): Promise<Evening> {
  const catalogue = service.parts.catalogue.current();
  const progress = showProgress('the evening');
  const setting: EveningSetting = {
    ...{ api, clock, catalogue, viewers, progress },
    rowsOf: (viewer) => rowsOf(viewer, catalogue),
  };
  const visits = await playEvening(setting);
  const last = service.parts.llm ? await playTrial(setting) : null;
  const outcome = last ? joined([visits, last]) : visits;
  progress.done(`${outcome.decisions.length} decisions, ${outcome.events.accepted} events`);
  watch.lap('evening');
  return { ...outcome, experiment: last?.experiment ?? null };
}

/** null where other experiments have the members. */
async function playTrial(setting: EveningSetting): Promise<Evening | null> {
  const trial = await startTrial(setting.api);
  if (!trial) return null;
  const outcome = await playAssignedVisit(setting).finally(() => trial.stop());
  return { ...outcome, experiment: trial.experiment };
}

async function learn({ api, clock, configuration, watch }: Stage): Promise<void> {
  clock.advance(configuration.REWARD_WINDOW_MS);
  await runJobs(api, { label: 'rewards', name: 'attribute-rewards', payloads: [{}] });
  await runJobs(api, { label: 'training', name: 'train-baseline', payloads: [{ promote: 'now' }] });
  watch.lap('learning');
}

async function write(
  stage: Stage & { readonly readings: ReadingsById },
  outcome: Evening,
  out: string,
): Promise<Omit<DemoOutcome, 'video' | 'timingsMs'>> {
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
  const evaluation = await evaluateOwnLog(log.file, out);
  watch.lap('evaluation');
  const { titles, artworks, members } = data.summary;
  return {
    counts: { titles, artworks, members },
    records,
    events: outcome.events,
    experiment: outcome.experiment,
    evaluation,
    logFile: log.file,
    reportFile,
  };
}

/**
 * The viewers' pages are rows of 16:9 cards in their languages; nothing else is scored beforehand. Six viewers are too few to give some
 * of them to the always-on slices: all of them may be in the experiment.
 */
function preparedFor(viewers: Stage['viewers'], configuration: Configuration): Configuration {
  const locales = [...new Set(viewers.map(({ surface }) => surface.locale))];
  return {
    ...{ ...configuration, PRECOMPUTE_LOCALES: locales, PRECOMPUTE_ASPECTS: ['16:9'] },
    ...{ SLICE_UNIFORM_FRACTION: 0, SLICE_POPULAR_FRACTION: 0, SLICE_NOT_PERSONALISED_FRACTION: 0 },
  };
}

function audienceOf({ viewers }: Pick<Stage, 'viewers'>): VideoAudience {
  return {
    memberIds: viewers.map(({ memberId }) => memberId),
    surface: { ...viewers[0].surface, aspect: '16:9' },
  };
}

/** The main job, once, over the real service: set-up, scores, an evening, rewards, training, log, pages, evaluation. */
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
    const written = await write({ ...stage, readings }, outcome, out);
    // After the log was written: what is decided here belongs to no evening.
    const video = await filmAVideo(stage.api, audienceOf(stage));
    watch.lap('video');
    return { ...written, video, timingsMs: watch.read(), llmMissing: service.parts.llmMissing };
  } finally {
    await service.close();
  }
}
