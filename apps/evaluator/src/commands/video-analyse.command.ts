import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { showProgress } from '@keyart/common';
import type { VideoAnalysis } from '@keyart/contracts';
import { analyseVideo, requireFfmpeg, sheetOfVideo } from '@keyart/video';
import type { Command } from 'commander';
import { openFeatureReader } from '../video/open-feature-reader';
import { renderAnalysis } from '../video/render-analysis';
import { renderSheetPage } from '../video/render-sheet-page';

interface AnalyseOptions {
  readonly out?: string;
  readonly models: boolean;
  readonly json: boolean;
}

async function analyse(file: string, { models }: AnalyseOptions): Promise<VideoAnalysis> {
  const ffmpeg = await requireFfmpeg();
  const opened = models ? await openFeatureReader() : null;
  const progress = showProgress(path.basename(file));
  try {
    return await analyseVideo(file, { ffmpeg, features: opened?.features, onProgress: progress.update });
  } finally {
    progress.done('read');
    await opened?.close();
  }
}

async function runAnalyse(file: string, options: AnalyseOptions): Promise<void> {
  const analysis = await analyse(file, options);
  process.stdout.write(`${options.json ? JSON.stringify(analysis) : renderAnalysis(analysis)}\n`);
  if (options.out === undefined) return;
  await mkdir(options.out, { recursive: true });
  await writeFile(path.join(options.out, 'sheet.jpg'), await sheetOfVideo(file, analysis));
  await writeFile(path.join(options.out, 'sheet.html'), renderSheetPage(path.basename(file), analysis));
  process.stderr.write(`contact sheet: ${path.join(options.out, 'sheet.html')}\n`);
}

/** `keyart video analyse`. */
export function addVideoAnalyseCommand(video: Command): void {
  video
    .command('analyse')
    .description('shots, scenes and the frames of a video that may become artwork')
    .argument('<file>', 'the video')
    .option('--out <dir>', 'folder for sheet.html and sheet.jpg, the contact sheet')
    .option('--no-models', 'without looking for faces and lettering')
    .option('--json', 'print the analysis as JSON', false)
    .action(runAnalyse);
}
