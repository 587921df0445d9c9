import { InputError, shuffled, type Random } from '@keyart/common';
import { readArtworkLabels, type LabelledArtwork } from '../vision/labels/read-artwork-labels';
import { readFixturePicture } from '../vision/read-fixture-picture';

/** Wide enough for the clip's frames. */
const LEAST_WIDTH_PX = 640;
const LEAST_ASPECT = 1.3;

/** Pictures of a fixture folder that make good frames. */
export interface PlantedPictures {
  /** Draws some, half of them with a human face. */
  draw(count: number, random: Random): Promise<Buffer[]>;
}

/**
 * Wide pictures without lettering, by their labels.
 * @param directory folder with `manifest.json`, `labels.json` and the pictures
 * @throws CatalogInputError `BAD_FIXTURE`; InputError `TOO_FEW_PICTURES`
 */
export async function openPlantedPictures(directory: string): Promise<PlantedPictures> {
  const wide = (await readArtworkLabels(directory)).filter(isWideStill);
  const hasFace = ({ label }: LabelledArtwork): boolean => label.faces.some(({ kind }) => kind === 'human');
  const [faces, others] = [wide.filter(hasFace), wide.filter((one) => !hasFace(one))];
  return {
    draw: (count, random) => {
      const faceCount = Math.ceil(count / 2);
      if (faces.length < faceCount || others.length < count - faceCount) {
        throw new InputError('TOO_FEW_PICTURES', `${directory}: has too few wide pictures without lettering`);
      }
      const drawn = [
        ...shuffled(faces, random).slice(0, faceCount),
        ...shuffled(others, random).slice(0, count - faceCount),
      ];
      return Promise.all(drawn.map(({ artwork }) => readFixturePicture(directory, artwork)));
    },
  };
}

function isWideStill({ artwork, label }: LabelledArtwork): boolean {
  const { widthPx, heightPx } = artwork;
  if (!widthPx || !heightPx || label.lettering.present) return false;
  return widthPx >= LEAST_WIDTH_PX && widthPx / heightPx >= LEAST_ASPECT;
}
