import { ctcDecode } from './ctc-decode';

const SYMBOLS = ['', 'A', 'B', ' '];

/** A step for each symbol, which gets the probability; `-` is the blank. */
function steps(symbols: string, probability = 0.7): Float32Array {
  const rest = (1 - probability) / (SYMBOLS.length - 1);
  const step = (symbol: string) =>
    SYMBOLS.map((one) => (one === (symbol === '-' ? '' : symbol) ? probability : rest));
  return Float32Array.from([...symbols].flatMap(step));
}

describe('ctcDecode', () => {
  it.each([
    ['AAB', 'AB'],
    ['A-AB', 'AAB'],
    ['-A A--BB-', 'A AB'],
    ['---', ''],
    ['', ''],
  ])('reads %j as %j', (symbols, text) => {
    expect(ctcDecode(steps(symbols), SYMBOLS).text).toBe(text);
  });

  it('is as confident as the symbols it keeps, whatever the blanks are', () => {
    const mixed = Float32Array.from([
      ...steps('A', 0.9),
      ...steps('A', 0.5),
      ...steps('-', 1),
      ...steps('B'),
    ]);
    expect(ctcDecode(mixed, SYMBOLS).confidence).toBeCloseTo(0.8);
    expect(ctcDecode(steps('--', 1), SYMBOLS).confidence).toBe(0);
  });
});
