import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { TemporaryFolder } from '@keyart/common';
import { analyseVideo, extractFrame, findFfmpeg, probeVideo, type Ffmpeg } from '@keyart/video';
import sharp from 'sharp';

const RABBIT = path.resolve('artwork-fixtures/clips/mdn_rabbit320.mp4');

describe('a machine without ffmpeg', () => {
  it('is told from one with it', async () => {
    expect(await findFfmpeg('/nowhere/ffmpeg')).toBeNull();
  });
});

if (process.env.FFMPEG_PATH) {
  const program = process.env.FFMPEG_PATH;

  describe('hostile and odd videos', () => {
    let folder: TemporaryFolder;
    let ffmpeg: Ffmpeg;
    const at = (name: string): string => path.join(folder.path, name);
    const make = (name: string, ...options: string[]): string => {
      execFileSync(program, ['-v', 'error', '-y', ...options, at(name)]);
      return at(name);
    };
    const source = (filter: string): string[] => ['-f', 'lavfi', '-i', filter];
    const fast = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p'];
    const refusal = (code: string, file: string): unknown =>
      expect.objectContaining({ code, message: expect.stringContaining(path.basename(file)) });

    beforeAll(async () => {
      folder = await TemporaryFolder.make('keyart-hostile-videos');
      const found = await findFfmpeg();
      if (!found) throw new Error('FFMPEG_PATH is set, but ffmpeg cannot be used');
      ffmpeg = found;
    });
    afterAll(() => folder.remove());

    it.each([
      ['playlist.mp4', '#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n'],
      ['list.mp4', "ffconcat version 1.0\nfile '/etc/passwd'\n"],
      ['bare-list.mp4', "\uFEFF  file '/etc/passwd'\n"],
      ['dash.mp4', '<?xml version="1.0"?><MPD></MPD>'],
      ['session.mp4', 'v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\n'],
    ])('refuses %s, which names other files', async (name, text) => {
      writeFileSync(at(name), text);
      await expect(probeVideo(at(name), { ffmpeg })).rejects.toEqual(refusal('VIDEO_FORMAT_REFUSED', name));
    });

    it.each([
      ['nothing.mp4', Buffer.alloc(0), 'VIDEO_EMPTY'],
      ['text.mp4', Buffer.from('Call me Ishmael. '.repeat(200)), 'VIDEO_UNREADABLE'],
      [
        'noise.mp4',
        Buffer.from(Array.from({ length: 9999 }, (_, i) => (i * 7919) % 251)),
        'VIDEO_UNREADABLE',
      ],
    ])('refuses %s', async (name, bytes, code) => {
      writeFileSync(at(name), bytes);
      await expect(probeVideo(at(name), { ffmpeg })).rejects.toEqual(refusal(code, name));
    });

    it('refuses what is not there, is a folder or is too large', async () => {
      await expect(probeVideo(at('gone.mp4'), { ffmpeg })).rejects.toEqual(
        refusal('VIDEO_NOT_FOUND', 'gone.mp4'),
      );
      mkdirSync(at('folder.mp4'));
      await expect(probeVideo(at('folder.mp4'), { ffmpeg })).rejects.toEqual(
        refusal('VIDEO_NOT_FOUND', 'folder.mp4'),
      );
      const limits = { maxBytes: 1000 };
      await expect(probeVideo(RABBIT, { ffmpeg, limits })).rejects.toEqual(
        refusal('VIDEO_TOO_LARGE', RABBIT),
      );
    });

    it('refuses a container that it does not look at, and a stream that its name is not', async () => {
      const file = make('picture.png', ...source('testsrc=d=0.04:r=25'), '-frames:v', '1');
      await expect(probeVideo(file, { ffmpeg })).rejects.toEqual(refusal('VIDEO_FORMAT_REFUSED', file));
    });

    it.each(['concat:a|b.mp4', '-i.mp4', 'http:..mp4', "it's; rm -rf.mp4", 'a%d.mp4', '映画.mp4'])(
      'takes the name %s for a name',
      async (name) => {
        copyFileSync(RABBIT, at(name));
        await expect(probeVideo(at(name), { ffmpeg })).resolves.toMatchObject({
          widthPx: 320,
          durationMs: 7800,
        });
      },
    );

    it('refuses sound without pictures, and a cover is none', async () => {
      const file = make('sound.mp4', ...source('sine=d=1'));
      await expect(probeVideo(file, { ffmpeg })).rejects.toEqual(refusal('VIDEO_NO_PICTURES', file));
    });

    it('says where a cut-off file ends', async () => {
      const whole = make('whole.mkv', ...source('testsrc=d=8:r=25:s=320x180'), ...fast, '-g', '25');
      const half = at('half.mkv');
      copyFileSync(whole, half);
      truncateSync(half, Math.floor(readFileSync(whole).length / 2));
      const headless = at('headless.mp4');
      copyFileSync(RABBIT, headless);
      truncateSync(headless, 20_000);
      for (const file of [headless, half]) {
        const failure: unknown = await analyseVideo(file, { ffmpeg }).catch((error: unknown) => error);
        expect(['VIDEO_TRUNCATED', 'VIDEO_UNREADABLE']).toContain((failure as { code?: string }).code);
        expect(String(failure)).toContain(path.basename(file));
      }
    });

    it('refuses more than its limits, and reads 8K within them', async () => {
      const file = make('8k.mp4', ...source('color=c=teal:s=7680x4320:d=0.2:r=10'), ...fast);
      await expect(probeVideo(file, { ffmpeg })).resolves.toMatchObject({ widthPx: 7680, heightPx: 4320 });
      const tight = [
        [{ maxPixelCount: 1920 * 1080 }, 'VIDEO_TOO_MANY_PIXELS'],
        [{ maxDurationMs: 100 }, 'VIDEO_TOO_LONG'],
        [{ maxFrameCount: 1 }, 'VIDEO_TOO_MANY_FRAMES'],
        [{ maxWallMs: 1 }, 'VIDEO_TOO_COSTLY'],
        [{ maxMemoryBytes: 2 ** 20 }, 'VIDEO_TOO_COSTLY'],
      ] as const;
      for (const [limits, code] of tight.slice(0, 4)) {
        await expect(analyseVideo(file, { ffmpeg, limits })).rejects.toEqual(refusal(code, file));
      }
    });

    it('stops when it is told to', async () => {
      const signal = AbortSignal.timeout(1);
      await expect(analyseVideo(RABBIT, { ffmpeg, signal })).rejects.toMatchObject({ name: 'TimeoutError' });
    });

    it('reads a variable rate by its times', async () => {
      const file = make(
        'variable.mkv',
        ...source('testsrc2=d=4:r=30:s=320x180'),
        ...['-vf', "select='if(lt(t,2),1,not(mod(n,10)))'", '-fps_mode', 'vfr', ...fast],
      );
      const { shots, probe } = await analyseVideo(file, { ffmpeg, maxFrames: 0 });
      expect(shots.at(-1)?.toMs).toBeGreaterThan(3500);
      expect(probe.durationMs).toBeGreaterThan(3500);
      await expect(extractFrame(file, { atMs: 3000, ffmpeg })).resolves.toBeInstanceOf(Buffer);
    });

    it('sees fields, and gives frames without combs', async () => {
      const file = make(
        'fields.mkv',
        ...source('testsrc2=d=2:r=50:s=720x576'),
        ...[
          '-vf',
          'tinterlace=interleave_top,fieldorder=tff',
          '-flags',
          '+ilme+ildct',
          '-c:v',
          'mpeg2video',
          '-q:v',
          '3',
        ],
      );
      await expect(probeVideo(file, { ffmpeg })).resolves.toMatchObject({ isInterlaced: true });
      const { frames } = await analyseVideo(file, { ffmpeg });
      expect(frames.every(({ faults }) => !faults.includes('interlaced'))).toBe(true);
    });

    it('cuts black bars off', async () => {
      const file = make(
        'bars.mp4',
        ...source('testsrc2=d=2:r=25:s=640x272'),
        '-vf',
        'pad=640:360:0:44',
        ...fast,
      );
      const probe = await probeVideo(file, { ffmpeg });
      expect(probe.activeArea?.y).toBeCloseTo(44 / 360, 1);
      const { width, height } = await sharp(await extractFrame(file, { atMs: 1000, ffmpeg })).metadata();
      expect([width, Math.abs(height - 272) <= 4]).toEqual([640, true]);
      const { frames } = await analyseVideo(file, { ffmpeg });
      for (const { box } of frames.flatMap(({ crops }) => crops)) {
        expect(box.y).toBeGreaterThanOrEqual((probe.activeArea?.y ?? 1) - 1e-9);
      }
    });

    it('offers nothing of an hour of black, and says why', async () => {
      const file = make('black.mp4', ...source('color=c=black:s=160x90:d=3600:r=1'), ...fast);
      const analysis = await analyseVideo(file, { ffmpeg });
      expect(analysis).toMatchObject({ shots: [], scenes: [], frames: [], emptyBecause: 'black' });
      expect(analysis.probe.durationMs).toBe(3_600_000);
    });

    it('gives the exact frame', async () => {
      // Each frame's grey is its number.
      const grey = "geq=lum='16+2*N':cb=128:cr=128";
      const file = make(
        'numbered.mp4',
        ...source(`color=s=64x64:d=4:r=25,format=yuv420p,${grey}`),
        ...fast,
        '-crf',
        '1',
        '-g',
        '30',
      );
      for (const frame of [0, 1, 29, 30, 31, 77]) {
        const picture = await extractFrame(file, { atMs: frame * 40, ffmpeg });
        const { channels } = await sharp(picture).stats();
        expect(Math.round((channels[0].mean * 219) / 255 / 2)).toBe(frame);
      }
      const after = extractFrame(file, { atMs: 60_000, ffmpeg });
      await expect(after).rejects.toEqual(refusal('VIDEO_NO_SUCH_FRAME', file));
    });
  });
}
