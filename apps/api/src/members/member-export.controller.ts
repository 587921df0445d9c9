import { Readable } from 'node:stream';
import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { RequireScope } from '../access/require-scope.decorator';
import { IdPipe } from '../http/id.pipe';
import { MemberExport } from './member-export';

@ApiTags('members')
@Controller('v1/members/:memberId/export')
export class MemberExportController {
  constructor(private readonly memberExport: MemberExport) {}

  @Get()
  @RequireScope('admin')
  @ApiOperation({ summary: 'Everything kept about a member, schema `member-export/1`, streamed' })
  @ApiProduces('application/json')
  async export(@Param('memberId', IdPipe) memberId: string, @Res() reply: FastifyReply): Promise<void> {
    const pieces = await this.memberExport.open(memberId);
    reply.headers({
      'content-type': 'application/json; charset=utf-8',
      // Not named after the member: file names end in logs and backups.
      'content-disposition': 'attachment; filename="member-export.json"',
      'cache-control': 'no-store',
    });
    await reply.send(Readable.from(pieces, { objectMode: false }));
  }
}
