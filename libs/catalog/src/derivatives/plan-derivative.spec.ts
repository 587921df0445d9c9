import fc from 'fast-check';
import { planDerivative } from './plan-derivative';

const sha256 = 'ab'.repeat(32);
const source = { sha256, widthPx: 960, heightPx: 540 };
const face = { keep: [{ x: 0.7, y: 0.1, width: 0.1, height: 0.2 }], focus: { x: 0.75, y: 0.2 } };

describe('planDerivative', () => {
  it('scales the whole picture when no aspect is wanted', () => {
    expect(planDerivative(source, { aspect: null, widthPx: 480, format: 'avif' }, face)).toEqual({
      sha256,
      source: { widthPx: 960, heightPx: 540 },
      crop: { leftPx: 0, topPx: 0, widthPx: 960, heightPx: 540 },
      output: { widthPx: 480, heightPx: 270 },
      format: 'avif',
    });
  });

  it('crops around what was read', () => {
    const { crop, output } = planDerivative(source, { aspect: '2:3', widthPx: 240, format: 'webp' }, face);
    expect({ crop, output }).toEqual({
      crop: { leftPx: 540, topPx: 0, widthPx: 360, heightPx: 540 },
      output: { widthPx: 240, heightPx: 360 },
    });
  });

  it('leaves the crop to the encoder when nothing was read', () => {
    const plan = planDerivative(source, { aspect: '1:1', widthPx: 320, format: 'jpeg' }, null);
    expect(plan).toMatchObject({ crop: 'attention', output: { widthPx: 320, heightPx: 320 } });
  });

  it('never enlarges', () => {
    const sides = fc.integer({ min: 1, max: 3000 });
    const cases = fc.record({
      size: fc.record({ widthPx: sides, heightPx: sides }),
      wantedPx: sides,
      aspect: fc.constantFrom(null, '16:9', '2:3', '1:1', '21:9'),
      subject: fc.constantFrom(null, face),
    });
    fc.assert(
      fc.property(cases, ({ size, wantedPx, aspect, subject }) => {
        const request = { aspect, widthPx: wantedPx, format: 'jpeg' as const };
        const { crop, output } = planDerivative({ sha256, ...size }, request, subject);
        const cut = crop === 'attention' ? size : crop;
        expect(output.widthPx).toBeLessThanOrEqual(Math.min(wantedPx, cut.widthPx));
        expect(output.heightPx).toBeLessThanOrEqual(cut.heightPx);
        expect(Math.min(output.widthPx, output.heightPx)).toBeGreaterThanOrEqual(1);
      }),
    );
  });
});
