/**
 * Our own words around viewer, title and artworks; part of every template version.
 * The pointwise question stands before the candidate, so that a branch is its caption alone: of nine phrasings tried on the
 * untuned SmolLM2-135M this one kept the largest mass on the two labels (smallest .87, the others .10 to .82) and the shortest branch.
 */
export const TITLE_TEMPLATE = {
  instructions: 'You choose artwork for a streaming service.',
  newViewer: 'New viewer, nothing known yet.',
  questions: {
    choice: 'Which picture fits this viewer best? Answer with its letter.',
    pointwise: 'Does the picture fit this viewer? Answer Yes or No.',
  },
  readingQuestion: 'What does the picture show?',
  pointwiseLabels: ['Yes', 'No'],
  letters: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
} as const;
