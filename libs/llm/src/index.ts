export * from './label-scorer';
