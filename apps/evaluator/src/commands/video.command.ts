import { showProgress } from '@keyart/common';
import { measureSpeed, requireFfmpeg } from '@keyart/video';
import type { Command } from 'commander';
import { GateFailedError } from '../terminal/gate-failed-error';
import { measureCuts } from '../video/measure-cuts';
import { measureKnownClips } from '../video/measure-known-clips';
import { measurePlanted } from '../video/measure-planted';
import { openFeatureReader } from '../video/open-feature-reader';
import { openPlantedPictures } from '../video/planted-pictures';
import { renderVideoReport } from '../video/render-video-report';
import { videoReportOf, type VideoReport } from '../video/video-report';
import { countOf } from './numeric-option';
import { addVideoAnalyseCommand } from './video-analyse.command';
import { addEngagementSimulation } from './video-engagement.command';

interface EvaluateOptions {
  readonly clips?: string;
  readonly pictures: string;
  readonly perKind: number;
  readonly planted: number;
  readonly seed: string;
  readonly speed: boolean;
  readonly json: boolean;
}

async function measure(options: EvaluateOptions): Promise<VideoReport> {
  const ffmpeg = await requireFfmpeg();
  const pictures = await openPlantedPictures(options.pictures);
  const progress = showProgress('clips');
  const { features, close } = await openFeatureReader();
  const { seed } = options;
  try {
    const cuts = await measureCuts({
      ...{ ffmpeg, clipsPerKind: options.perKind, seed },
      onProgress: (fraction, note) => progress.update(fraction / 2, note),
    });
    const planted = await measurePlanted({
      ...{ ffmpeg, pictures, features, clipCount: options.planted, seed },
      onProgress: (fraction) => progress.update((1 + fraction) / 2, 'planted frames'),
    });
    const knownClips = options.clips === undefined ? null : await measureKnownClips(options.clips, ffmpeg);
    const speed = options.speed ? await measureSpeed(ffmpeg) : null;
    return videoReportOf({ cuts, planted, knownClips, speed });
  } finally {
    progress.done('made and analysed');
    await close();
  }
}

async function runEvaluate(options: EvaluateOptions): Promise<void> {
  const report = await measure(options);
  process.stdout.write(`${options.json ? JSON.stringify(report) : renderVideoReport(report)}\n`);
  const missed = report.floors.filter(({ isMet }) => !isMet).map(({ what }) => what);
  if (missed.length > 0) throw new GateFailedError(`below the floor: ${missed.join('; ')}`);
}

/** `keyart video evaluate`, `keyart video analyse` and `keyart video engagement-simulation`. */
export function addVideoCommands(program: Command): void {
  const video = program.command('video').description('shots, scenes and frames of videos');
  video
    .command('evaluate')
    .description(
      'cuts, fades, chosen frames and speed on clips made with known truth; exit code 1 below a floor',
    )
    .option('--clips <dir>', 'folder of real clips whose transitions are known')
    .option('--pictures <dir>', 'labelled pictures to plant into clips', 'artwork-fixtures')
    .option('--per-kind <n>', 'clips of each kind', (text) => countOf('--per-kind', text), 4)
    .option(
      '--planted <n>',
      'planted clips, each with a seed of its own',
      (text) => countOf('--planted', text),
      5,
    )
    .option('--seed <text>', 'equal seeds make equal clips', '1')
    .option('--speed', 'time all metrics on 1080p against bare decoding', false)
    .option('--json', 'print the figures as JSON', false)
    .action(runEvaluate);
  addVideoAnalyseCommand(video);
  addEngagementSimulation(video);
}
