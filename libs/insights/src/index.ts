export * from './videos/analyse-kept-video';
export * from './videos/errors';
export * from './videos/frame-pictures';
export * from './videos/promote-frame';
export * from './videos/video-folder';
