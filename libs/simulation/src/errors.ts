/** Codes of this library's errors. */
export const SIMULATION_ERROR_CODES = {
  badSetting: 'BAD_WORLD_SETTING',
  emptySource: 'EMPTY_WORLD_SOURCE',
} as const;
