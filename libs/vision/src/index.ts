export * from './decoded-picture';
export * from './picture-extractor';
export * from './text-embedder';
