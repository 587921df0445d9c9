import { IsArray, IsIn, IsOptional, IsString, IsUUID } from 'class-validator';
import { API_SCOPES, type ApiScope } from '../records/api-scope';
import { Describe } from './describe';
import { IsInstant } from './fields/is-instant';

/** An API key as lists show it: neither the key nor its hash. */
export class KeyDto {
  @IsUUID() keyId: string;
  @IsString() name: string;
  @Describe('Its first characters.') @IsString() prefix: string;
  @IsArray() @IsIn(API_SCOPES, { each: true }) scopes: ApiScope[];
  @IsInstant() createdAt: string;
  @Describe('Lets nobody in from then on; null: no end.') @IsOptional() @IsInstant() expiresAt: string | null;
  @Describe('UTC day of its last use, e.g. `2026-01-31`.') @IsOptional() @IsString() lastUsedOn:
    string | null;
  @Describe('The key that takes its place after a rotation.') @IsOptional() @IsUUID() replacedBy:
    string | null;
  @IsOptional() @IsInstant() revokedAt: string | null;
}
