import type { PictureBox } from '@keyart/contracts';
import fc from 'fast-check';
import { aspectRatioOf, largestWithin } from './aspect-ratio';
import type { PixelRectangle, PixelSize } from './pixel-rectangle';
import { planCrop } from './plan-crop';

const aspects = fc.constantFrom('16:9', '2:3', '1:1', '4:3', '21:9', '1:9', '97:3');
const sizes = fc.record({
  widthPx: fc.integer({ min: 1, max: 5000 }),
  heightPx: fc.integer({ min: 1, max: 5000 }),
});
const points = fc.option(
  fc.record({ x: fc.double({ min: 0, max: 1, noNaN: true }), y: fc.double({ min: 0, max: 1, noNaN: true }) }),
);

/** Whole pixels of a picture, so that what a crop holds can be told exactly. */
const cases = sizes.chain((size) =>
  fc.record({
    size: fc.constant(size),
    aspect: aspects,
    focus: points,
    boxes: fc.array(rectanglesIn(size), { maxLength: 6 }),
  }),
);

function rectanglesIn({ widthPx, heightPx }: PixelSize): fc.Arbitrary<PixelRectangle> {
  return fc
    .record({
      leftPx: fc.integer({ min: 0, max: widthPx - 1 }),
      topPx: fc.integer({ min: 0, max: heightPx - 1 }),
      widthPx: fc.integer({ min: 1, max: widthPx }),
      heightPx: fc.integer({ min: 1, max: heightPx }),
    })
    .map((box) => ({
      ...box,
      widthPx: Math.min(box.widthPx, widthPx - box.leftPx),
      heightPx: Math.min(box.heightPx, heightPx - box.topPx),
    }));
}

function fractionsOf(box: PixelRectangle, { widthPx, heightPx }: PixelSize): PictureBox {
  return {
    x: box.leftPx / widthPx,
    y: box.topPx / heightPx,
    width: box.widthPx / widthPx,
    height: box.heightPx / heightPx,
  };
}

function isInside(box: PixelRectangle, crop: PixelRectangle): boolean {
  return (
    box.leftPx >= crop.leftPx &&
    box.topPx >= crop.topPx &&
    box.leftPx + box.widthPx <= crop.leftPx + crop.widthPx &&
    box.topPx + box.heightPx <= crop.topPx + crop.heightPx
  );
}

/** Whether any crop of that aspect could hold them: the largest lies along the whole of one side. */
function couldHold(boxes: readonly PixelRectangle[], size: PixelSize, ratio: number): boolean {
  const crop = largestWithin(size, ratio);
  const reachOf = (from: (box: PixelRectangle) => number, length: (box: PixelRectangle) => number): number =>
    Math.max(...boxes.map((box) => from(box) + length(box))) - Math.min(...boxes.map(from));
  return (
    reachOf(
      (box) => box.leftPx,
      (box) => box.widthPx,
    ) <= crop.widthPx &&
    reachOf(
      (box) => box.topPx,
      (box) => box.heightPx,
    ) <= crop.heightPx
  );
}

describe('planCrop', () => {
  const planned = ({
    size,
    aspect,
    focus,
    boxes,
  }: {
    size: PixelSize;
    aspect: string;
    focus: { x: number; y: number } | null;
    boxes: readonly PixelRectangle[];
  }) => planCrop({ ...size, aspect, focus, keep: boxes.map((box) => fractionsOf(box, size)) });

  it('stays inside the picture, in whole pixels, at the aspect', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const crop = planned(one);
        expect(Object.values(crop).every(Number.isInteger)).toBe(true);
        expect(isInside(crop, { leftPx: 0, topPx: 0, ...one.size })).toBe(true);
        const ratio = aspectRatioOf(one.aspect);
        const missPx = Math.min(
          Math.abs(crop.widthPx - crop.heightPx * ratio),
          Math.abs(crop.heightPx - crop.widthPx / ratio),
        );
        expect(missPx).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('keeps each box, in order, that can be held together with those kept before', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const crop = planned(one);
        const ratio = aspectRatioOf(one.aspect);
        const kept: PixelRectangle[] = [];
        for (const box of one.boxes) if (couldHold([...kept, box], one.size, ratio)) kept.push(box);
        for (const box of kept) expect(isInside(box, crop)).toBe(true);
      }),
    );
  });

  it('is the largest there is when nothing has to be left out', () => {
    fc.assert(
      fc.property(cases, ({ boxes: [box], ...one }) => {
        const ratio = aspectRatioOf(one.aspect);
        fc.pre(box === undefined || couldHold([box], one.size, ratio));
        expect(planned({ ...one, boxes: box ? [box] : [] })).toMatchObject(largestWithin(one.size, ratio));
      }),
    );
  });

  const wide = { widthPx: 1600, heightPx: 900, focus: null };
  const face = { x: 0.8, y: 0.1, width: 0.15, height: 0.3 };

  it.each([
    ['the middle, when nothing is known', { keep: [], focus: null }, 500],
    ['what draws the eye', { keep: [], focus: { x: 0.5, y: 0.9 } }, 500],
    ['the edge, when the eye is drawn beyond it', { keep: [], focus: { x: 0.01, y: 0.5 } }, 0],
    ['a face, and the eye no further than that', { keep: [face], focus: { x: 0.1, y: 0.5 } }, 920],
  ])('is centred on %s', (_, { keep, focus }, leftPx) => {
    expect(planCrop({ ...wide, aspect: '2:3', keep, focus })).toEqual({
      leftPx,
      topPx: 0,
      widthPx: 600,
      heightPx: 900,
    });
  });

  it('leaves a title out whole that it cannot keep, where the face lets it', () => {
    const title = { x: 0.1, y: 0.75, width: 0.85, height: 0.2 };
    const crop = planCrop({ ...wide, aspect: '2:3', keep: [face, title], focus: { x: 0.87, y: 0.25 } });
    expect(crop).toEqual({ leftPx: 1150, topPx: 0, widthPx: 450, heightPx: 675 });
  });

  it('cuts a title when leaving it out would leave too little', () => {
    const title = { x: 0.1, y: 0.45, width: 0.85, height: 0.1 };
    const crop = planCrop({ ...wide, aspect: '2:3', keep: [title], focus: null });
    expect(crop).toMatchObject({ widthPx: 600, heightPx: 900 });
  });

  it('moves aside rather than shrink', () => {
    const tooWide = { x: 0.3, y: 0.5, width: 0.5, height: 0.1 };
    const [left, right] = [{ x: 0.1, y: 0.1, width: 0.2, height: 0.2 }, tooWide];
    const size = { widthPx: 3200, heightPx: 900 };
    const crop = planCrop({ ...size, aspect: '1:1', keep: [left, right], focus: { x: 0.25, y: 0.5 } });
    expect(crop).toEqual({ leftPx: 60, topPx: 0, widthPx: 900, heightPx: 900 });
  });
});
