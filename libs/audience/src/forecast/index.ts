export * from './audience-forecast';
export * from './audience-model';
export * from './audience-title';
export * from './errors';
export * from './fit-audience-model';
export * from './forecast-audience';
export * from './model-file';
export * from './region-of';
export { STACK_FEATURES, type StackFeature } from './stack-feature';
