import { loadConfiguration } from '@keyart/common';
import type { FeatureReader } from '@keyart/video';
import { openVision } from '@keyart/vision';

/** The models that look at frames. */
export interface OpenedFeatureReader {
  readonly features: FeatureReader;
  close(): Promise<void>;
}

/** Faces and lettering, found as on any artwork. @throws VisionModelError */
export async function openFeatureReader(): Promise<OpenedFeatureReader> {
  const { reader, close } = await openVision(loadConfiguration());
  return { features: (picture) => reader.read(picture), close };
}
