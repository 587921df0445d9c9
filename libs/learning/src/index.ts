export * from './errors';
export * from './fit-popularity';
export * from './reward-ladder';
export * from './reward-of';
export * from './train-baseline';
export * from './training-row';
export * from './warm-start-baseline';
