export * from './profiles';
export * from './reviews';
