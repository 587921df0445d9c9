import path from 'node:path';
import type { Provider } from '@nestjs/common';
import {
  CropSubjects,
  DerivativeFolder,
  Derivatives,
  DerivativeSigner,
  SharpDerivativeEncoder,
} from '@keyart/catalog';
import { imageUrlSecret } from '@keyart/common';
import { ArtworkReadingsRepository } from '@keyart/db';
import type { ApiOptions } from './api-options';
import type { ApiParts } from './api-parts';
import { provided } from './provided';

/** What delivers pictures in other sizes and formats. */
export function derivativeProviders(
  { configuration, clock }: ApiOptions,
  { pictures, logger }: ApiParts,
): Provider[] {
  const root = path.join(configuration.KEYART_HOME, 'derivatives');
  const folder = new DerivativeFolder({ root, maxBytes: configuration.IMAGE_CACHE_BYTES, clock, logger });
  const derivatives = new Derivatives({ pictures, folder, encoder: new SharpDerivativeEncoder(), clock });
  return [
    { provide: Derivatives, useValue: derivatives },
    { provide: DerivativeSigner, useValue: new DerivativeSigner(imageUrlSecret(configuration)) },
    provided(CropSubjects, [ArtworkReadingsRepository], (readings) => new CropSubjects({ readings, logger })),
  ];
}
