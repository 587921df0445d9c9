import { IsIn, IsString, Matches, MaxLength } from 'class-validator';
import { ASPECTS, DEVICES, MATURITY_LEVELS } from '../records/surface';
import type { Aspect, Device, Maturity, Surface } from '../records/surface';
import { Describe } from './describe';

/** Longest language tag, in characters. */
const MAX_LOCALE_LENGTH = 35;

/** BCP 47 as far as catalogues use it. */
export const LOCALE_PATTERN = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u;

/** Where the pictures will be seen. */
export class SurfaceDto implements Surface {
  @Describe('Width : height of the picture slots.')
  @IsIn(ASPECTS)
  aspect: Aspect;

  @Describe('Language of the viewer, BCP 47, e.g. `pt-BR`.')
  @IsString()
  @MaxLength(MAX_LOCALE_LENGTH)
  @Matches(LOCALE_PATTERN, { message: '$property must be a language tag such as en or pt-BR' })
  locale: string;

  @Describe('ISO 3166-1 alpha-2 country, e.g. `BR`.')
  @IsString()
  @Matches(/^[A-Z]{2}$/u, { message: '$property must be two capital letters' })
  region: string;

  @Describe('Kind of device.')
  @IsIn(DEVICES)
  device: Device;

  @Describe('Highest minimum age the viewer may see.')
  @IsIn(MATURITY_LEVELS)
  maturity: Maturity;
}
