import type { Source } from '@keyart/contracts';

/** How a tier is named on pages. */
export const TIER_NAMES: Readonly<Record<Source, string>> = {
  llm: 'Language model',
  student: 'Student',
  'hybrid-llm': 'Bandit and language model',
  'hybrid-student': 'Bandit and student',
  campaign: 'Campaign',
  bandit: 'Bandit',
  popular: 'Most popular',
  editorial: 'Editors’ choice',
  random: 'By lot',
};
