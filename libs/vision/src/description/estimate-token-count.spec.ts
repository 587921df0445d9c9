import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '@keyart/common';
import { Tokenizer } from '@huggingface/tokenizers';
import { fixtureCaptions } from '../fixture-captions.factory';
import { estimateTokenCount } from './estimate-token-count';

const folder = path.join(projectRoot(), 'models', 'minilm-l6-v2');
const read = (file: string): object => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as object;
const tokenizer = new Tokenizer(read('tokenizer.json'), read('tokenizer_config.json'));
/** MiniLM puts a token before and one after every text. */
const MARKER_COUNT = 2;

describe('estimateTokenCount', () => {
  it("is within 3 of MiniLM's count on every caption of the fixtures, and within 1 on average", () => {
    const differences = fixtureCaptions().map(
      ({ caption }) => estimateTokenCount(caption) - (tokenizer.encode(caption).ids.length - MARKER_COUNT),
    );
    expect(differences.length).toBeGreaterThan(80);
    expect(Math.max(...differences.map(Math.abs))).toBeLessThanOrEqual(3);
    expect(Math.abs(differences.reduce((a, b) => a + b, 0) / differences.length)).toBeLessThan(1);
  });

  it.each([
    ['', 0],
    ['   ', 0],
    ['a dog, a cat.', 6],
    ['unsettling', 2],
    ['花火大会', 4],
    ['собака', 2],
  ])('counts %j as %i', (text, count) => {
    expect(estimateTokenCount(text)).toBe(count);
  });
});
