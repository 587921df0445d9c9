export * from './clock';
export * from './configuration';
export * from './errors';
export * from './hash';
export * from './logger';
export * from './outcome';
export * from './random';
export * from './sanitize-text';
