export * from './localisation';
export * from './priors';
