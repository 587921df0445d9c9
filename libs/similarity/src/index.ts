export * from './similarity-title';
