export * from './decoded-picture';
export * from './picture-extractor';
