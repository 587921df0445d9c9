import { Matches } from 'class-validator';
import { Describe } from './describe';

/** Which adapter to register. */
export class RegisterRankerDto {
  @Describe('Name of the adapter: the card `models/adapters/<name>.json` and its file beside it.')
  @Matches(/^[\w-][\w.-]{0,99}$/)
  adapter: string;
}
