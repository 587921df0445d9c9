export * from './localisation';
