import { InputError, showProgress } from '@keyart/common';
import type { Command } from 'commander';
import { GateFailedError } from '../terminal/gate-failed-error';
import { MEDIA, type Medium } from '../vision/labels/artwork-labels';
import { readArtworkLabels } from '../vision/labels/read-artwork-labels';
import { measureAccuracy } from '../vision/measure-accuracy';
import { openPictureReader } from '../vision/open-picture-reader';
import { renderVisionReport } from '../vision/render-vision-report';
import { visionReportOf, type VisionReport } from '../vision/vision-report';

interface EvaluateOptions {
  readonly medium?: string;
  readonly captions: boolean;
  readonly json: boolean;
  readonly errors: boolean;
  readonly gate: boolean;
}

function mediumOf(text: string): Medium {
  const medium = MEDIA.find((one) => one === text);
  if (medium) return medium;
  throw new InputError('BAD_OPTION', `--medium ${text}: must be one of ${MEDIA.join(', ')}`);
}

async function measure(
  directory: string,
  { medium: named, captions }: EvaluateOptions,
): Promise<VisionReport> {
  const medium = named === undefined ? null : mediumOf(named);
  const labelled = await readArtworkLabels(directory);
  const artworks = labelled.filter(({ label }) => medium === null || label.medium === medium);
  if (artworks.length === 0)
    throw new InputError('BAD_OPTION', `--medium ${medium}: there is no such picture`);
  const { reader, missing } = await openPictureReader({ hasCaptions: captions });
  for (const what of missing) process.stderr.write(`missing: ${what}\n`);
  const progress = showProgress('pictures');
  try {
    const onProgress = progress.update;
    return visionReportOf(await measureAccuracy({ directory, artworks, reader, onProgress }));
  } finally {
    progress.done(`${artworks.length} read`);
    await reader.close();
  }
}

async function runEvaluate(directory: string, options: EvaluateOptions): Promise<void> {
  const { errors, ...figures } = await measure(directory, options);
  const json = options.errors ? { ...figures, errors } : figures;
  const text = options.json
    ? JSON.stringify(json)
    : renderVisionReport({ ...figures, errors }, { hasErrors: options.errors });
  process.stdout.write(`${text}\n`);
  const missed = figures.floors.filter(({ isMet }) => !isMet).map(({ what }) => what);
  if (options.gate && missed.length > 0) throw new GateFailedError(`below the floor: ${missed.join('; ')}`);
}

/** `keyart vision evaluate`. */
export function addVisionCommands(program: Command): void {
  program
    .command('vision')
    .description('what is read off pictures')
    .command('evaluate')
    .description('accuracy on labelled pictures: faces, lettering, shot scale, top facet')
    .argument('<dir>', 'folder with manifest.json, labels.json and the pictures')
    .option('--medium <name>', `only one of ${MEDIA.join(', ')}`)
    .option('--no-captions', 'without what an editor wrote of each picture')
    .option('--errors', 'list each wrong answer with what was expected and found', false)
    .option('--gate', 'exit code 1 when a floor is missed', false)
    .option('--json', 'print the figures as JSON', false)
    .action(runEvaluate);
}
