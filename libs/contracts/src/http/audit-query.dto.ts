import { IsOptional } from 'class-validator';
import { Describe } from './describe';
import { IsId } from './fields/is-id';
import { IsInstant } from './fields/is-instant';
import { PageQueryDto } from './page-query.dto';

/** Query of `GET /v1/audit`. */
export class AuditQueryDto extends PageQueryDto {
  @Describe('Calls of this key only.') @IsOptional() @IsId() keyId?: string;
  @Describe('From this instant on.') @IsOptional() @IsInstant() from?: string;
  @Describe('Before this instant.') @IsOptional() @IsInstant() until?: string;
}
