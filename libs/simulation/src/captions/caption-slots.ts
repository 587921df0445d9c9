/** Who a kernel's scene shows where no actor is named. */
export const SUBJECTS = {
  S: [
    ...['a woman', 'a man', 'a young woman', 'a young man', 'an old man', 'an old woman'],
    ...['a stranger', 'someone', 'a teenager', 'a tall figure', 'a red-haired woman', 'a bearded man'],
    ...[
      'a woman in a long coat',
      'a man with grey hair',
      'a woman with short hair',
      'a broad-shouldered man',
    ],
  ],
  P: [
    ...['two people', 'a man and a woman', 'two women', 'two men', 'three people', 'four of them'],
    ...['a handful of people', 'two young people', 'an old pair', 'a small group', 'five figures'],
  ],
} as const;

/** Light and colour; says nothing of the facet. */
export const LIGHTS = [
  ...['in early light', 'under a grey sky', 'at dusk', 'in hard noon light', 'by lamplight', 'in soft light'],
  ...['in cold blue light', 'in amber tones', 'in faded colours', 'in black and white', 'against the light'],
  ...[
    'in grainy colour',
    'after rain',
    'on a bright morning',
    'in late sun',
    'in muted greens',
    'in pale tones',
  ],
  ...['under strip lights', 'in high contrast', 'on a hazy day'],
] as const;

/** How the picture is framed. */
export const FRAMINGS = [
  ...['seen from behind', 'seen from afar', 'from above', 'in close view', 'slightly tilted', 'off centre'],
  ...['framed by a doorway', 'from a low angle', 'through a window', 'at eye level', 'cropped tight'],
  ...['with a wide margin', 'in mirror image', 'blurred at the edges', 'from across the street'],
] as const;

/** What stands around; a third of the captions have it. */
export const BACKGROUNDS = [
  ...[
    'brick behind',
    'trees behind',
    'rooftops behind',
    'an empty wall behind',
    'water behind',
    'a fence behind',
  ],
  ...['curtains at the side', 'steps to the left', 'a table in front', 'a door to the right', 'hills behind'],
  ...['tall grass in front', 'a street behind', 'a lamp at the side', 'shelves behind', 'sky above'],
] as const;
