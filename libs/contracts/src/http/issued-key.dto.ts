import { IsString } from 'class-validator';
import { Describe } from './describe';
import { KeyDto } from './key.dto';

/** A key that was just made; the only answer that holds the key itself. */
export class IssuedKeyDto extends KeyDto {
  @Describe('Keep it now: it is shown this once and stored nowhere.') @IsString() key: string;
}
