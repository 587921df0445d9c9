export { decodePicture, WORKING_SIZE_PX } from './decode/decode-picture';
export { MAX_PICTURE_PX } from './decode/open-picture';
export * from './decoded-picture';
export * from './errors';
export * from './picture-extractor';
export * from './text-embedder';
