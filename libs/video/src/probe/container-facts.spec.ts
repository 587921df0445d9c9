import { containerFacts, type ProbeStream } from './container-facts';

const STREAM: ProbeStream = {
  codec_type: 'video',
  codec_name: 'h264',
  width: 720,
  height: 576,
  avg_frame_rate: '25/1',
  r_frame_rate: '25/1',
  duration: '2.5',
};
const factsOf = (over: Partial<ProbeStream>): ReturnType<typeof containerFacts> =>
  containerFacts('a.mp4', { streams: [{ ...STREAM, ...over }] });

describe('containerFacts', () => {
  it('tells size, rate, length', () => {
    expect(factsOf({})).toMatchObject({
      widthPx: 720,
      heightPx: 576,
      frameRate: 25,
      durationMs: 2500,
      hasAudio: false,
    });
  });

  it.each([
    ['pixels that are not square', { sample_aspect_ratio: '64:45' }, [1024, 576]],
    ['a turned picture', { side_data_list: [{ rotation: -90 }] }, [576, 720]],
    ['one turned by an old tag', { tags: { rotate: '270' } }, [576, 720]],
    ['one that stands on its head', { side_data_list: [{ rotation: 180 }] }, [720, 576]],
    ['no aspect at all', { sample_aspect_ratio: '0:1' }, [720, 576]],
  ])('minds %s', (_, over, size) => {
    const { widthPx, heightPx } = factsOf(over);
    expect([widthPx, heightPx]).toEqual(size);
  });

  it('knows fields and a rate that varies', () => {
    expect(factsOf({ field_order: 'tt' }).isMarkedInterlaced).toBe(true);
    expect(factsOf({ field_order: 'progressive' }).isMarkedInterlaced).toBe(false);
    expect(factsOf({ avg_frame_rate: '17/1' }).isVariableRate).toBe(true);
    expect(factsOf({ avg_frame_rate: '30000/1001', r_frame_rate: '30/1' }).isVariableRate).toBe(false);
  });

  it.each([
    ['VIDEO_NO_FRAME_RATE', { avg_frame_rate: '0/0', r_frame_rate: '0/0' }],
    ['VIDEO_NO_PICTURES', { codec_type: 'audio' }],
    ['VIDEO_NO_PICTURES', { disposition: { attached_pic: 1 } }],
    ['VIDEO_NO_PICTURES', { width: 0 }],
  ])('refuses with %s', (code, over) => {
    expect(() => factsOf(over)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining('a.mp4') }),
    );
  });
});
