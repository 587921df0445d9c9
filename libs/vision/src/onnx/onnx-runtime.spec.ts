import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeTinyOnnx } from '../test-models/tiny-onnx.factory';
import { floatsOf, floatTensor, type OnnxFeeds } from './onnx-feeds';
import { OnnxRuntime } from './onnx-runtime';

const file = {
  name: 'negation',
  path: writeTinyOnnx({
    nodes: [{ operator: 'Neg', inputs: ['x'], outputs: ['y'] }],
    inputs: { x: ['n'] },
    outputs: { y: ['n'] },
  }),
};
const folder = path.dirname(file.path);
const runtime = new OnnxRuntime({ intraOpThreadCount: 1 });

afterAll(async () => {
  await runtime.close();
  rmSync(folder, { recursive: true });
});

function feeds(...values: number[]): OnnxFeeds {
  return { x: floatTensor(Float32Array.from(values), [values.length]) };
}

describe('OnnxRuntime', () => {
  it('runs a graph', async () => {
    const session = await runtime.open(file);
    expect(session.inputs).toMatchObject([{ name: 'x', type: 'float32', shape: ['n'] }]);
    expect([...floatsOf(await session.run(() => feeds(1, -2)), 'y')]).toEqual([-1, 2]);
  });

  it('loads a file once', async () => {
    const [one, other] = await Promise.all([runtime.open(file), runtime.open(file)]);
    expect(one).toBe(other);
  });

  it('warms a session before anybody gets it', async () => {
    const warmed = path.join(folder, 'warmed.onnx');
    copyFileSync(file.path, warmed);
    const warmUp = jest.fn(() => feeds(0));
    await runtime.open({ name: 'warmed', path: warmed, warmUp });
    expect(warmUp).toHaveBeenCalledTimes(1);
  });

  it('makes inputs only when it is their turn', async () => {
    const session = await runtime.open(file);
    let openCount = 0;
    let mostOpen = 0;
    const runs = Array.from({ length: 8 }, async (_, i) => {
      const outputs = await session.run(() => {
        mostOpen = Math.max(mostOpen, ++openCount);
        return feeds(i);
      });
      openCount--;
      return floatsOf(outputs, 'y')[0];
    });
    expect((await Promise.all(runs)).map((value) => Math.abs(value))).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(mostOpen).toBeLessThanOrEqual(2);
  });

  it('goes on after a run that failed', async () => {
    const session = await runtime.open(file);
    await expect(session.run(() => ({}))).rejects.toMatchObject({
      code: 'VISION_MODEL_FAILED',
      isRetryable: false,
      message: expect.stringContaining('negation') as string,
    });
    expect([...floatsOf(await session.run(() => feeds(3)), 'y')]).toEqual([-3]);
  });

  it('names a file that is missing, and loads it once it is there', async () => {
    const late = { name: 'late', path: path.join(folder, 'late.onnx') };
    await expect(runtime.open(late)).rejects.toMatchObject({
      code: 'VISION_MODEL_MISSING',
      message: expect.stringContaining(late.path) as string,
    });
    copyFileSync(file.path, late.path);
    await expect(runtime.open(late)).resolves.toMatchObject({ name: 'late' });
  });

  it('names a file with another content, or none that is a graph', async () => {
    const garbage = path.join(folder, 'garbage.onnx');
    writeFileSync(garbage, 'no graph');
    for (const damaged of [
      { name: 'damaged', path: garbage },
      { name: 'damaged', path: garbage, sha256: '0'.repeat(64) },
    ])
      await expect(runtime.open(damaged)).rejects.toMatchObject({
        code: 'VISION_MODEL_CORRUPT',
        message: expect.stringContaining(garbage) as string,
      });
  });

  it('ends runs before it closes, and refuses later ones', async () => {
    const closing = new OnnxRuntime();
    const session = await closing.open(file);
    const runs = Promise.all([session.run(() => feeds(1)), session.run(() => feeds(2))]);
    await closing.close();
    await expect(runs).resolves.toHaveLength(2);
    await expect(session.run(() => feeds(3))).rejects.toMatchObject({ code: 'VISION_MODEL_CLOSED' });
  });
});
