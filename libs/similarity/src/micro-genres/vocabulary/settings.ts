import type { FacetDefinition } from '../facet-definition';

/** A setting by name, keywords, and what stands for it in texts. */
type Setting = readonly [slug: string, words: string, tags: readonly string[], text: string];

/** Words after which a place is where the story is, not where a film was shot, shown or sold. */
const STORY =
  '(?:[Ss]et|takes place|taking place|lives?|living|lived|moves?|moved|arrives?|returns?|travels?|trip|stationed|works?|working|life|lives|summer|people|couple|family|woman|man|men|girls?|boys?|friends|gang|detectives?|cops?|officer|lawyer|doctor|teacher|students?|soldiers?)';

/** @param place e.g. `Paris(?:, France)?` */
function storyIn(place: string): string {
  return `\\b${STORY}\\b[^.;]{0,50}?\\b(?:in|to|on|at|of|against) (?:the )?${place}\\b`;
}

const SETTINGS: readonly Setting[] = [
  [
    'new-york',
    'New York',
    ['new york', 'new york city', 'manhattan', 'brooklyn', 'harlem'],
    '(?:New York(?: City)?|Manhattan|Brooklyn|Harlem)',
  ],
  [
    'los-angeles',
    'Los Angeles',
    ['los angeles', 'california', 'beverly hills'],
    '(?:Los Angeles|Beverly Hills)',
  ],
  ['hollywood', 'Hollywood', ['hollywood', 'movie studio'], 'Hollywood'],
  ['san-francisco', 'San Francisco', ['san francisco'], 'San Francisco'],
  ['chicago', 'Chicago', ['chicago'], 'Chicago'],
  ['las-vegas', 'Las Vegas', ['las vegas'], 'Las Vegas'],
  ['new-orleans', 'New Orleans', ['new orleans', 'louisiana'], 'New Orleans'],
  ['boston', 'Boston', ['boston'], 'Boston'],
  ['texas', 'Texas', ['texas'], 'Texas'],
  ['london', 'London', ['london england', 'london'], 'London'],
  ['paris', 'Paris', ['paris'], 'Paris'],
  ['italy', 'Italy', ['italy', 'rome', 'venice'], '(?:Italy|Venice|Rome|Naples|Tuscany)'],
  ['mexico', 'Mexico', ['mexico'], 'Mexico'],
  ['africa', 'Africa', ['africa', 'south africa', 'kenya'], '(?:Africa|Kenya|Congo)'],
  ['india', 'India', ['india', 'bollywood'], 'India'],
  ['china', 'China', ['china', 'shanghai', 'hong kong'], '(?:China|Shanghai|Hong Kong)'],
  ['japan', 'Japan', ['japan', 'tokyo'], '(?:Japan|Tokyo)'],
  ['ireland', 'Ireland', ['ireland'], 'Ireland'],
  ['germany', 'Germany', ['germany', 'berlin'], '(?:Germany|Berlin)'],
  ['russia', 'Russia', ['russia', 'moscow', 'soviet union'], '(?:Russia|Moscow|Soviet Union)'],
  [
    'the-wild-west',
    'the Wild West',
    ['wild west', 'old west', 'american west'],
    '(?:Old West|Wild West|American (?:Old )?West|frontier|Arizona Territory)',
  ],
  ['the-jungle', 'the jungle', ['jungle', 'rainforest'], '(?:\\w+ )?jungles?'],
  ['the-desert', 'the desert', ['desert', 'sahara'], '(?:\\w+ )?(?:desert|Sahara)'],
  ['the-arctic', 'the Arctic', ['arctic', 'antarctica', 'alaska'], '(?:Arctic|Antarctic|Alaska|Yukon)'],
  [
    'an-island',
    'an island',
    ['island', 'deserted island', 'desert island'],
    '(?:an?|remote|deserted|tropical|desert)(?: \\w+)? island',
  ],
  [
    'the-sea',
    'the sea',
    ['ocean', 'ship', 'sea', 'cruise ship', 'submarine'],
    '(?:high seas|sea|ocean liner|submarine|cruise ship)',
  ],
  [
    'space',
    'space',
    [
      'space',
      'outer space',
      'spacecraft',
      'space travel',
      'space opera',
      'astronaut',
      'spaceship',
      'space station',
    ],
    '(?:outer |deep )?space(?: station)?',
  ],
  [
    'high-school',
    'high school',
    ['high school', 'high school student'],
    '(?:a |his |her |their |the )?(?:\\w+ )?high school',
  ],
  [
    'college',
    'college',
    ['college', 'university', 'fraternity', 'sorority'],
    '(?:a |his |her |their |the )?(?:\\w+ )?(?:college|university|campus)',
  ],
  [
    'prison',
    'prison',
    ['prison', 'prisoner', 'jail', 'prison escape'],
    '(?:a |an |the )?(?:\\w+ )?(?:prison|penitentiary|prison camp)',
  ],
  ['a-small-town', 'a small town', ['small town'], '(?:a |his |her |their |the )?small (?:\\w+ ){0,2}town'],
  [
    'a-hospital',
    'a hospital',
    ['hospital', 'mental hospital', 'psychiatric hospital'],
    '(?:a |the )?(?:\\w+ )?(?:hospital|asylum)',
  ],
  [
    'the-second-world-war',
    'the Second World War',
    ['world war ii', 'nazis', 'nazi germany', 'holocaust'],
    '(?:World War II|Second World War|Nazi-occupied \\w+)',
  ],
  [
    'the-first-world-war',
    'the First World War',
    ['world war i'],
    '(?:World War I|First World War|Great War)',
  ],
  ['the-civil-war', 'the American Civil War', ['american civil war', 'civil war'], '(?:American )?Civil War'],
  ['the-vietnam-war', 'the Vietnam War', ['vietnam war', 'vietnam'], '(?:Vietnam War|Vietnam)'],
  ['the-cold-war', 'the Cold War', ['cold war'], 'Cold War'],
  [
    'the-middle-ages',
    'the Middle Ages',
    ['middle ages', 'knight', 'medieval', 'crusades'],
    '(?:Middle Ages|medieval \\w+)',
  ],
  [
    'antiquity',
    'antiquity',
    ['ancient rome', 'ancient greece', 'ancient egypt', 'roman empire', 'gladiator'],
    '(?:[Aa]ncient (?:Rome|Greece|Egypt)|Roman Empire)',
  ],
  ['the-future', 'the future', ['future', 'near future'], '(?:near |distant |not[- ]too[- ]distant )?future'],
];

/** Wars and ages are named after `during` as well. */
const DURING = /^the-(?:second|first|civil|vietnam|cold|middle)/;

/** Where and when a story is. */
export const SETTING_FACETS: readonly FacetDefinition[] = SETTINGS.map(([slug, words, tags, text]) => ({
  ...{ kind: 'set-in' as const, slug, words, tags },
  text: [storyIn(text), ...(DURING.test(slug) ? [`during (?:the )?${text}`] : [])],
}));
