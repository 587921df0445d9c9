import type { Facet } from '@keyart/features';

/** What a facet means, and what pictures with it look like and make one think of. */
export interface FacetPrototypes {
  /** When a picture has the facet, for editors and whoever labels. */
  readonly meaning: string;
  /** Short descriptions of pictures that have it. */
  readonly shows: readonly string[];
  /** What such pictures promise of the film. */
  readonly suggests: readonly string[];
}

/**
 * The vocabulary in words. Written from the meanings and kept away from the fixtures' captions (pictures of theirs are not paraphrased
 * here), so that what is measured on them says something about the next catalogue. A change moves every probability: fit anew
 * (`fitFacetCalibration`).
 */
export const FACET_PROTOTYPES: Readonly<Record<Facet, FacetPrototypes>> = {
  action: {
    meaning: 'Bodies or machines in violent or fast motion: a fight, a chase, an explosion.',
    shows: [
      'a fighter swings a sword or raises a weapon in combat',
      'an explosion with flames and flying debris',
      'a car chase at high speed',
      'a man jumps from a roof while being shot at',
      'two men in a fist fight',
    ],
    suggests: ['a fast, violent action film', 'danger, pursuit and battle'],
  },
  adventure: {
    meaning: 'Somebody is on the way: a journey, a quest, discovery in the open.',
    shows: [
      'travellers on a long journey through wild country',
      'a hero sets out with a backpack',
      'an explorer bends over a map',
      'an expedition crosses a desert or a jungle river',
      'a small figure climbs towards an unknown place',
    ],
    suggests: ['a great adventure and a quest', 'exploring a strange world far from home'],
  },
  animals: {
    meaning: 'An animal, real or drawn, is what the picture is about.',
    shows: [
      'a dog looks into the camera',
      'a small furry creature',
      'a horse gallops across a field',
      'birds in flight',
      'a cartoon animal with big eyes',
    ],
    suggests: ['a story about animals', 'wildlife and pets'],
  },
  comedy: {
    meaning: 'The picture is funny or promises fun: grimaces, mishaps, absurd things taken seriously.',
    shows: [
      'a man pulls a silly face',
      'a clumsy person in a ridiculous situation',
      'people laugh and fool around',
      'a cartoon character with crossed eyes',
      'somebody slips on a banana skin',
    ],
    suggests: ['a funny comedy that makes you laugh', 'slapstick, jokes and mischief'],
  },
  dark: {
    meaning: 'Little light or a grim mood: night, deep shadow, menace, moral gloom.',
    shows: [
      'a figure in deep shadow, almost black',
      'a dark cellar with one weak lamp',
      'night, darkness and fog',
      'a face half hidden in black shadow',
      'a gloomy dim corridor',
    ],
    suggests: ['a dark, grim and bleak film', 'menace and evil in the night'],
  },
  drama: {
    meaning: 'A person under strain: grief, conflict, fear, a decision; feelings rather than deeds.',
    shows: [
      'a woman with a worried, tearful face',
      'two people in a tense argument',
      'a man stares in despair',
      'a serious face full of emotion',
      'a family gathered at a sickbed',
    ],
    suggests: ['a serious emotional drama', 'conflict, fate and suffering'],
  },
  ensemble: {
    meaning: 'Three or more figures of like weight: a group, a gang, a crowd, a cast.',
    shows: [
      'a group of people stand side by side',
      'a crowd of men and women',
      'the whole cast gathered together in one picture',
      'several characters around the main figure',
      'a team of friends or colleagues posing',
    ],
    suggests: ['a film with an ensemble cast', 'many characters whose stories meet'],
  },
  family: {
    meaning: 'Made for children and parents: gentle, bright, safe, childhood or a family.',
    shows: [
      'a friendly cartoon character with a big smile',
      'parents with their children at home',
      'a happy child plays outdoors',
      'a cute gentle creature in bright colours',
      'a picture-book scene for small children',
    ],
    suggests: ['a heart-warming film for the whole family', 'innocent fun for children'],
  },
  fantasy: {
    meaning: 'What cannot be: magic, spirits, dragons, other worlds.',
    shows: [
      'a wizard casts a magic spell',
      'a dragon, a demon or another mythical creature',
      'elves and fairies in an enchanted wood',
      'a sword or crystal of magic power',
      'an island that floats in the sky',
    ],
    suggests: ['a magical fantasy tale', 'myth, legend and sorcery'],
  },
  friendship: {
    meaning: 'Two or more who like each other and are not lovers: companions, a child and its animal.',
    shows: [
      'two friends side by side',
      'a boy and his horse, best companions',
      'friends laugh arm in arm',
      'children play together and share a secret',
      'two comrades help each other',
    ],
    suggests: ['a story of friendship and loyalty', 'companions who stick together'],
  },
  lettering: {
    meaning: 'Words are a main part of the picture: title, names, credits, a sign.',
    shows: [
      'the title of the film in large letters',
      'a poster with the title and names of the actors',
      'bold lettering on a plain background',
      'handwritten or printed words, a logo',
      'capital letters in a decorative typeface',
    ],
    suggests: ['a title card', 'a typographic film poster'],
  },
  melancholy: {
    meaning: 'Quiet sadness: loneliness, longing, loss, farewell.',
    shows: [
      'a lonely person at a window in the rain',
      'a sad face with lowered eyes, lost in thought',
      'an empty, silent place in pale cold light',
      'a last goodbye at a station',
      'someone walks away alone in autumn',
    ],
    suggests: ['a melancholy, wistful mood', 'memory, loss and longing'],
  },
  mystery: {
    meaning: 'Something is withheld: a clue, a hidden face, an unexplained thing or look.',
    shows: [
      'somebody follows footprints to a locked door',
      'a mysterious figure in the mist',
      'a strange object nobody can explain',
      'an empty room where something has just happened',
      'a face hidden or turned away, a secret',
    ],
    suggests: ['a mystery, a riddle to be solved', 'something strange, uncanny and unexplained'],
  },
  romance: {
    meaning: 'Love or desire between people: a couple, a kiss, a longing look.',
    shows: [
      'a couple about to kiss',
      'a man and a woman in love, eye to eye',
      'a man and a woman embrace tenderly',
      'a longing look between two people',
      'a bride and a groom',
    ],
    suggests: ['a romantic love story', 'passion, desire and tenderness'],
  },
  scary: {
    meaning: 'Made to frighten: monsters, the dead, a threat to the one who looks.',
    shows: [
      'a monster with sharp teeth',
      'a ghost or a zombie',
      'a pale face at the window at night',
      'a killer with a knife and a screaming victim',
      'graves and skulls',
    ],
    suggests: ['a horror film, a nightmare', 'terror, evil and fear'],
  },
  'science-fiction': {
    meaning: 'Technology that does not exist yet: robots, spaceships, machines, future cities.',
    shows: [
      'a robot or android',
      'a spaceship among the stars',
      'an astronaut in a space suit',
      'a futuristic city with flying cars',
      'an inventor beside a humming machine with blinking lights',
    ],
    suggests: ['a science-fiction film about the future', 'technology, machines and artificial life'],
  },
  spectacle: {
    meaning: 'Scale that overwhelms: giant things, masses, destruction, grand sights.',
    shows: [
      'something gigantic beside tiny people',
      'a colossal building that dwarfs people',
      'huge armies or crowds seen from above',
      'a city in flames, vast destruction',
      'a fleet that fills the sky',
    ],
    suggests: ['an epic on a grand scale', 'an overwhelming visual spectacle'],
  },
  star: {
    meaning: 'One performer carries the picture: a portrait, a close-up, a billed name.',
    shows: [
      'a portrait of a famous actor',
      'a close-up of a single glamorous face',
      'one person alone fills the picture and poses',
      'the name of the leading actor above the title',
      'a movie star on the red carpet',
    ],
    suggests: ['a star vehicle for a celebrated actor', 'glamour and charisma'],
  },
  war: {
    meaning: 'Armed conflict between armies: soldiers, trenches, tanks, ruins.',
    shows: [
      'soldiers in uniform with rifles',
      'a trench on a battlefield',
      'tanks and bombers',
      'a ruined town after an air raid',
      'troops march under a flag',
    ],
    suggests: ['a war film', 'combat and the horrors of war'],
  },
  western: {
    meaning: 'The American frontier: cowboys, saloons, prairie, duels.',
    shows: [
      'a cowboy on horseback in the prairie',
      'a gunslinger with a revolver at his belt',
      'a saloon in a dusty frontier town',
      'a sheriff with a star on his waistcoat',
      'a desert canyon with a stagecoach',
    ],
    suggests: ['a western of the old frontier', 'outlaws and duels'],
  },
  crime: {
    meaning: 'Crime and those who commit or pursue it: weapons, police, prisoners, clues of a deed.',
    shows: [
      'a body outlined in chalk on the pavement',
      'a gangster with a gun',
      'police at a crime scene',
      'a thief with a mask and stolen money',
      'a detective with a suspect',
    ],
    suggests: ['a crime story of murder and robbery', 'villains, gangsters and detectives'],
  },
  music: {
    meaning: 'Music or dance: instruments, singers, dancers, a stage.',
    shows: [
      'a singer with a microphone on a stage',
      'a dancer in a sparkling costume',
      'a band plays jazz instruments',
      'a pianist at the grand piano',
      'couples dance in a ballroom',
    ],
    suggests: ['a musical with song and dance', 'the music world, concerts and revues'],
  },
  historical: {
    meaning: 'A past age that the picture itself shows: costume, architecture, old print.',
    shows: [
      'people in period costume',
      'knights and noblewomen at court',
      'a horse-drawn carriage before a palace',
      'a yellowed old photograph or print',
      'antique objects of a past century',
    ],
    suggests: ['a historical period film', 'life in a bygone age'],
  },
  landscape: {
    meaning: 'A place is the subject: nature or a city, wide, people small or absent.',
    shows: [
      'a wide valley with mountains and a lake',
      'green hills under an open sky',
      'a waterfall between rocks and trees',
      'a city skyline at sunset',
      'dunes or plains that reach to the horizon',
    ],
    suggests: ['wide nature and open country', 'the beauty of a place'],
  },
};
