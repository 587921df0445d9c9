import { createRandom } from '@keyart/common';
import { bagMargins } from '../linear/bag';
import { calibrated } from '../linear/fit-platt';
import { BagSession } from './bag-session';
import { writeBagOnnx } from './write-bag-onnx';

describe('writeBagOnnx', () => {
  it('answers what the bag says, to 8 bits', async () => {
    const random = createRandom('bag');
    const [features, classes] = [400, 3];
    const bag = {
      values: Float32Array.from({ length: features * classes }, () => random.next() - 0.5),
      scales: Float32Array.from({ length: features }, () => 0.2 + random.next()),
      biases: Float32Array.of(0.1, -0.2, 0),
    };
    const calibrations = [1, 2, 3].map((slope) => ({ slope, offset: -0.5 }));
    const session = await BagSession.open(writeBagOnnx(bag, calibrations), classes);
    const texts = Array.from({ length: 150 }, (_, i) =>
      Uint32Array.from({ length: features }, (__, column) => column).filter(() => random.next() < i / 600),
    );
    const { margins, probabilities } = await session.run(texts);
    const starts = Uint32Array.from([
      0,
      ...texts.map((_, i) => texts.slice(0, i + 1).reduce((n, t) => n + t.length, 0)),
    ]);
    const columns = Uint32Array.from(texts.flatMap((text) => [...text]));
    const expected = bagMargins(bag, { starts, columns, columnCount: features });
    expect(Math.max(...expected.map((margin, at) => Math.abs(margin - margins[at])))).toBeLessThan(0.05);
    margins.forEach((margin, at) =>
      expect(probabilities[at]).toBeCloseTo(calibrated(calibrations[at % classes], margin), 5),
    );
  });
});
