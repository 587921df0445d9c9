import { loadConfiguration } from '@keyart/common';
import { decodePicture, openVision, type Vision } from '@keyart/vision';
import type { PictureReader } from './picture-reader';

/** A reader of pictures, and what it lacks on this machine, for people. */
export interface OpenedPictureReader {
  readonly reader: PictureReader;
  readonly missing: readonly string[];
}

/**
 * Reads pictures with the extractors and the describer that the artwork worker is configured for.
 * @param hasCaptions false: as pictures arrive that no editor has described
 * @throws VisionModelError where a model that comes with the packages cannot be loaded
 */
export async function openPictureReader({
  hasCaptions,
}: {
  hasCaptions: boolean;
}): Promise<OpenedPictureReader> {
  const vision = await openVision(loadConfiguration());
  return { reader: readerOver(vision, hasCaptions), missing: vision.missing };
}

function readerOver({ reader, describer, close }: Vision, hasCaptions: boolean): PictureReader {
  return {
    read: async (bytes, artwork, title) => {
      const features = await reader.read(bytes);
      // Only a captioner looks at the pixels.
      const rgb = async (sizePx: number) => (await decodePicture(bytes)).rgb(sizePx);
      const caption = (hasCaptions && artwork.caption) || null;
      const { description } = await describer.describe({ picture: { rgb }, features, caption, title });
      return { features, description };
    },
    close,
  };
}
