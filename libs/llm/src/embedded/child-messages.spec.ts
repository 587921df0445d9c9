import { isChildMessage } from './child-messages';

const READING = { logProbabilities: [-1], labelMass: 0.5, promptTokens: 4, evaluatedTokens: 2 };

describe('isChildMessage', () => {
  it.each([
    { type: 'ready' },
    { type: 'load-failed', message: 'no file' },
    { type: 'scored', id: 1, reading: READING, rssBytes: 1 },
    { type: 'failed', id: 1, code: 'X', message: 'y' },
  ])('takes $type', (message) => expect(isChildMessage(message)).toBe(true));

  it.each([
    [null],
    ['ready'],
    [{ type: 'other' }],
    [{ type: 'load-failed' }],
    [{ type: 'scored', id: 1, reading: { ...READING, labelMass: null }, rssBytes: 1 }],
    [{ type: 'scored', id: 1, reading: { ...READING, logProbabilities: ['x'] }, rssBytes: 1 }],
    [{ type: 'failed', id: '1', code: 'X', message: 'y' }],
  ])('refuses %j', (message) => expect(isChildMessage(message)).toBe(false));
});
