import fc from 'fast-check';
import { MetadataFrames, type MetadataFrame } from './metadata-frames';

const TEXT = `frame:0    pts:0       pts_time:0
lavfi.scd.mafd=0.000
lavfi.signalstats.YAVG=126.227
lavfi.blur=4.5
frame:1    pts:512     pts_time:0.0333333
lavfi.scd.mafd=nan
lavfi.idet.single.current_frame=progressive
lavfi.siti.si=84.48
frame:2    pts:NOPTS   pts_time:NOPTS
lavfi.siti.si=1
`;

function framesOf(pieces: readonly string[]): MetadataFrame[] {
  const frames: MetadataFrame[] = [];
  const parser = new MetadataFrames((frame) => frames.push(frame));
  pieces.forEach((piece) => parser.push(piece));
  parser.end();
  return frames;
}

describe('MetadataFrames', () => {
  it('reads frames with their numbers, leaves out what is none', () => {
    expect(framesOf([TEXT]).map(({ atSeconds, values }) => [atSeconds, Object.fromEntries(values)])).toEqual([
      [0, { 'scd.mafd': 0, 'signalstats.YAVG': 126.227, blur: 4.5 }],
      [0.0333333, { 'siti.si': 84.48 }],
      [NaN, { 'siti.si': 1 }],
    ]);
  });

  it('does not mind where the text is cut into pieces', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: TEXT.length }), { maxLength: 12 }), (places) => {
        const cuts = [0, ...places.sort((a, b) => a - b), TEXT.length];
        const pieces = cuts.slice(1).map((to, at) => TEXT.slice(cuts[at], to));
        expect(framesOf(pieces)).toEqual(framesOf([TEXT]));
      }),
    );
  });

  it('knows no frame of an empty text', () => {
    expect(framesOf([])).toEqual([]);
  });
});
