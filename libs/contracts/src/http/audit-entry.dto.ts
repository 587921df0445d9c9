import { IsInt, IsObject, IsOptional, IsString } from 'class-validator';
import { Describe } from './describe';
import { IsInstant } from './fields/is-instant';

/** A call of administration. */
export class AuditEntryDto {
  @IsString() entryId: string;
  @IsInstant() at: string;
  @IsString() keyId: string;
  @IsString() keyName: string;
  @IsString() method: string;
  @Describe('The route’s pattern.') @IsString() route: string;
  @Describe('What it acted on; members by the pseudonym of the day.') @IsObject() target: Record<
    string,
    string
  >;
  @IsString() requestId: string;
  @Describe('Status answered; null: let in, and how it ended is not known.') @IsOptional() @IsInt() status:
    number | null;
  @IsOptional() @IsString() summary: string | null;
}
