import { inReadingOrder } from './reading-order';

const box = (name: string, left: number, top: number) => ({
  name,
  left,
  top,
  right: left + 40,
  bottom: top + 20,
});

describe('inReadingOrder', () => {
  it('goes from the top, along a row from the left, even where it slopes', () => {
    const boxes = [box('d', 0, 60), box('c', 100, 24), box('b', 0, 30), box('a', 50, 0)];
    expect(inReadingOrder(boxes).map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('leaves what it is given alone', () => {
    const boxes = [box('b', 0, 30), box('a', 0, 0)];
    inReadingOrder(boxes);
    expect(boxes.map(({ name }) => name)).toEqual(['b', 'a']);
    expect(inReadingOrder([])).toEqual([]);
  });
});
