import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional } from 'class-validator';
import { API_SCOPES, type ApiScope } from '../records/api-scope';
import { Describe } from './describe';
import { IsCleanText } from './fields/is-clean-text';
import { IsInstant } from './fields/is-instant';

/** `POST /v1/keys`: a key to be made. */
export class KeyCreationDto {
  @Describe('Who holds it, e.g. the calling service; names no person.')
  @IsCleanText({ minLength: 1, maxLength: 100 })
  name: string;

  @Describe('What it may do; none contains another.')
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(API_SCOPES.length)
  @IsIn(API_SCOPES, { each: true })
  scopes: ApiScope[];

  @Describe('Lets nobody in from then on; null: no end.') @IsOptional() @IsInstant() expiresAt?:
    string | null;
}
