import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { AuditQueryDto, type AuditEntryDto } from '@keyart/contracts';
import { AuditRepository, type AuditEntry } from '@keyart/db';
import { RequireScope } from '../access/require-scope.decorator';
import { decodeCursor, pageOf, type Page } from '../http/cursor';

/** No entry has such an id, so a cursor of another list finds an empty page. */
const NO_ENTRY = '0';

@ApiTags('audit')
@Controller('v1/audit')
export class AuditController {
  constructor(private readonly audit: AuditRepository) {}

  @Get()
  @RequireScope('admin')
  @ApiOperation({ summary: 'Calls of administration, newest first, refused ones too' })
  async list(@Query() { limit, after, keyId, from, until }: AuditQueryDto): Promise<Page<AuditEntryDto>> {
    const entries = await this.audit.list({
      limit: limit + 1,
      after: entryIdOf(decodeCursor(after)),
      keyId,
      from: from === undefined ? undefined : new Date(from),
      until: until === undefined ? undefined : new Date(until),
    });
    return pageOf(entries.map(answerOf), limit, ({ entryId }) => entryId);
  }
}

function entryIdOf(cursor: string | undefined): string | undefined {
  return cursor === undefined || /^\d{1,18}$/.test(cursor) ? cursor : NO_ENTRY;
}

function answerOf({ id, at, ...entry }: AuditEntry): AuditEntryDto {
  return { entryId: id, at: at.toISOString(), ...entry };
}
