export * from './analyse-video';
export * from './choice/near-duplicate';
export * from './choice/rank-frames';
export * from './errors';
export * from './ffmpeg/find-ffmpeg';
export * from './frames/extract-frame';
export { type FeatureReader } from './frames/look-at-frame';
export * from './probe/probe-video';
export * from './video-limits';
