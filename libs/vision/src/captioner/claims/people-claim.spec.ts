import { peopleClaimOf } from './people-claim';

describe('peopleClaimOf', () => {
  it.each([
    ['two men look up', [2, 2]],
    ['two tall, bearded men in coats', [2, Infinity]],
    ['a young woman with short red hair', [1, 1]],
    ['a man and a woman in a dark hall', [2, 2]],
    ['three friends and a boy', [4, 4]],
    ['a couple on a bridge', [2, 2]],
    ['a crowd of men in suits', [2, Infinity]],
    ['soldiers march in the rain', [2, Infinity]],
    ['two men in a crowd of women', [2, Infinity]],
    ['close-up of the face of a woman', [1, 1]],
    ['a portrait of a solemn man, a comedian of the screen', [1, 2]],
    ['a deserted street, nobody in sight', [0, 0]],
    ['an empty hall without people', [0, 0]],
    ['a man in a deserted street', [1, 1]],
    ['a rabbit in a meadow', null],
    ['a rabbit, made for children', null],
    ['a book on how to be a detective', null],
    ['the hand of the man', null],
    ['a man-sized robot', null],
  ])('%s', (text, expected) => {
    const claim = peopleClaimOf(text);
    expect(claim && [claim.least, claim.most]).toEqual(expected);
  });
});
