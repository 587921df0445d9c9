import { tokens } from './tokens';

describe('tokens', () => {
  it.each([
    ['', []],
    [' … — 🎬 ', []],
    ["The Dog’s tale, the dogs' end", ['the', 'dog', 'tale', 'the', 'dogs', 'end']],
    ['Ein Mädchen', ['ein', 'mädchen']],
    ['Он вернулся домой', ['он', 'вернулся', 'домой']],
    ['رجل يعود إلى البيت', ['رجل', 'يعود', 'إلى', 'البيت']],
    ['एक लड़की', ['एक', 'लड़की']],
    ['七人の侍', ['七人', '人の', 'の侍']],
    ['愛', ['愛']],
    ['서울의 봄', ['서울의']],
    ['ＦＵＬＬ width', ['full', 'width']],
  ])('reads %p', (text, wanted) => {
    expect(tokens(text)).toEqual(wanted);
  });
});
