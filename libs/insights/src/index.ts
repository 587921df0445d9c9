export * from './errors';
export * from './map/draft-map';
export * from './map/map-task';
export * from './map/rebuild-map';
export * from './map/similarity-title-of';
export * from './map/threads/draft-map-in-thread';
export * from './micro-genres/find-in-thread';
export * from './micro-genres/rebuild-micro-genres';
