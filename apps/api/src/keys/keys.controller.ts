import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { newApiKey, type Clock, type Configuration } from '@keyart/common';
import { IssuedKeyDto, KeyCreationDto, PageQueryDto, type KeyDto } from '@keyart/contracts';
import { ApiKeysRepository } from '@keyart/db';
import type { FastifyRequest } from 'fastify';
import { requireEveryScope } from '../access/require-every-scope';
import { RequireScope } from '../access/require-scope.decorator';
import { CLOCK, CONFIGURATION } from '../core/tokens';
import { decodeCursor, pageOf, type Page } from '../http/cursor';
import { IdPipe } from '../http/id.pipe';
import { invalidBody } from '../problems/invalid-body';
import { ProblemException } from '../problems/problem.exception';
import { required } from '../problems/unknown-resource';
import { keyAnswerOf } from './key-answer-of';

@ApiTags('keys')
@Controller('v1/keys')
export class KeysController {
  constructor(
    private readonly keys: ApiKeysRepository,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Post()
  @RequireScope('admin')
  @ApiOperation({ summary: 'Make an API key; it can do no more than the key that makes it' })
  @ApiCreatedResponse({ type: IssuedKeyDto })
  async create(@Req() request: FastifyRequest, @Body() body: KeyCreationDto): Promise<IssuedKeyDto> {
    const { name, expiresAt = null } = body;
    requireEveryScope(request.apiKeyHolder, body.scopes);
    const end = expiresAt === null ? null : new Date(expiresAt);
    if (end !== null && end.getTime() <= this.clock.nowMs())
      throw invalidBody([{ field: 'expiresAt', detail: 'must lie ahead' }]);
    const { key, keyHash, prefix } = newApiKey();
    const scopes = [...new Set(body.scopes)];
    const record = await this.keys.create({ name, keyHash, prefix, scopes, expiresAt: end });
    request.auditNote = `made ${record.id} for ${scopes.join(' ')}`;
    return { ...keyAnswerOf(record), key };
  }

  @Get()
  @RequireScope('admin')
  @ApiOperation({ summary: 'API keys by id, ended ones too, a page at a time' })
  async list(@Query() { limit, after }: PageQueryDto): Promise<Page<KeyDto>> {
    const records = await this.keys.list({ limit: limit + 1, after: decodeCursor(after) });
    return pageOf(records.map(keyAnswerOf), limit, ({ keyId }) => keyId);
  }

  @Post(':keyId/rotate')
  @RequireScope('admin')
  @ApiOperation({ summary: 'Give a key a successor; the old one works on for a grace time' })
  @ApiCreatedResponse({ type: IssuedKeyDto })
  async rotate(@Req() request: FastifyRequest, @Param('keyId', IdPipe) keyId: string): Promise<IssuedKeyDto> {
    const old = required(await this.keys.findById(keyId), 'key');
    requireEveryScope(request.apiKeyHolder, old.scopes);
    const { key, keyHash, prefix } = newApiKey();
    const nowMs = this.clock.nowMs();
    const oldEndsAt = new Date(nowMs + this.configuration.KEY_ROTATION_GRACE_MS);
    const successor = await this.keys.replace(keyId, { keyHash, prefix, at: new Date(nowMs), oldEndsAt });
    if (!successor)
      throw new ProblemException('conflict', 'the key has ended or was rotated before; make a new one');
    request.auditNote = `made ${successor.id}`;
    return { ...keyAnswerOf(successor), key };
  }

  @Delete(':keyId')
  @HttpCode(204)
  @RequireScope('admin')
  @ApiOperation({ summary: 'Withdraw a key; it stops working within seconds' })
  @ApiNoContentResponse()
  async revoke(@Param('keyId', IdPipe) keyId: string): Promise<void> {
    const isKnown = await this.keys.revoke(keyId, new Date(this.clock.nowMs()));
    required(isKnown || null, 'key');
  }
}
