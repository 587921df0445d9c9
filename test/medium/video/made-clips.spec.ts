import { readFileSync } from 'node:fs';
import path from 'node:path';
import { TemporaryFolder } from '@keyart/common';
import {
  analyseVideo,
  clipTruth,
  cutSuite,
  encodeClip,
  findFfmpeg,
  plantedClip,
  rankFrames,
  renderClip,
  scoreCuts,
  scorePlanted,
  sheetOfVideo,
  type ClipScript,
  type Ffmpeg,
} from '@keyart/video';
import sharp from 'sharp';

const PICTURES = [
  'sintel/market-fruit',
  'spring/stone-spirit',
  'spring/girl-and-dog',
  'big-buck-bunny/meadow',
];

if (process.env.FFMPEG_PATH) {
  describe('clips made with known truth', () => {
    let folder: TemporaryFolder;
    let ffmpeg: Ffmpeg;
    beforeAll(async () => {
      folder = await TemporaryFolder.make('keyart-made-clips');
      const found = await findFfmpeg();
      if (!found) throw new Error('FFMPEG_PATH is set, but ffmpeg cannot be used');
      ffmpeg = found;
    });
    afterAll(() => folder.remove());
    const write = async (script: ClipScript): Promise<string> => {
      const file = path.join(folder.path, `${script.name}.mp4`);
      await encodeClip(renderClip(script), { ffmpeg, file, ...script });
      return file;
    };

    it('are cut where they were joined', async () => {
      const [script] = await cutSuite({ clipsPerKind: 1, seed: 'test', kinds: ['flashes'] });
      const { shots } = await analyseVideo(await write(script), { ffmpeg, maxFrames: 0 });
      const { cuts, fades } = scoreCuts(clipTruth(script), shots, script.frameRate);
      expect([cuts, fades]).toEqual([
        { foundCount: 5, missedCount: 0, extraCount: 0 },
        { foundCount: 0, missedCount: 0, extraCount: 0 },
      ]);
    });

    it('offer what was planted, without models too', async () => {
      const pictures = plantedPictures();
      const planted = await plantedClip(pictures, 'test/planted', 1);
      const file = await write(planted.script);
      const analysis = await analyseVideo(file, { ffmpeg, topCount: 5 });
      const { ratio, duplicateCount, faultyCount } = scorePlanted(planted, analysis);
      expect(ratio).toBeGreaterThanOrEqual(1.7);
      expect([duplicateCount, faultyCount]).toEqual([0, 0]);
      expect(analysis.frames.flatMap(({ faults }) => faults)).toEqual(
        expect.arrayContaining(['dark', 'blurred', 'flat', 'lettering', 'duplicate']),
      );
      expect(rankFrames(analysis.frames, { topCount: 5 })).toEqual(analysis.frames);
      const sheet = await sharp(await sheetOfVideo(file, analysis, ffmpeg)).metadata();
      expect([sheet.format, sheet.width]).toEqual(['jpeg', 1384]);
    });
  });
}

function plantedPictures(): Buffer[] {
  return PICTURES.map((name) => readFileSync(path.resolve('artwork-fixtures/pictures', `${name}.jpg`)));
}
