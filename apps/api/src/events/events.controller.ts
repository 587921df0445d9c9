import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { EventDto, EventsAnswerDto, EventsRequestDto } from '@keyart/contracts';
import type { FastifyRequest } from 'fastify';
import { RequireScope } from '../access/require-scope.decorator';
import { ExtendRouteConfig } from '../http/route-config';
import { faultsOfSchemaErrors } from '../http/schema-faults';
import { ValidBody } from '../http/valid-body.decorator';
import { jsonSchemaOf } from '../openapi/json-schema-of';
import { EventIntake, type ParsedEntry } from './event-intake';

/** 1,000 events with their longest ids, every character escaped. */
const MAX_EVENTS_BYTES = 2 * 1024 * 1024;
const EVENT_SCHEMA = jsonSchemaOf(EventDto);

@ApiTags('events')
@Controller('v1/events')
export class EventsController {
  constructor(private readonly intake: EventIntake) {}

  @Post()
  @HttpCode(200)
  @RequireScope('events')
  @ValidBody(EventsRequestDto)
  @ExtendRouteConfig({ maxBodyBytes: MAX_EVENTS_BYTES })
  @ApiOperation({ summary: 'Say what happened after decisions; sending an event again changes nothing' })
  @ApiOkResponse({ type: EventsAnswerDto })
  async take(@Req() request: FastifyRequest<{ Body: EventsRequestDto }>): Promise<EventsAnswerDto> {
    // Fastify keeps the compiled validator by the identity of the schema.
    const validate = request.compileValidationSchema(EVENT_SCHEMA);
    const entries = request.body.events.map((entry): ParsedEntry => {
      if (validate(entry)) return { ok: true, value: entry as EventDto };
      const [fault] = faultsOfSchemaErrors(validate.errors ?? []);
      return { ok: false, error: fault ? `${fault.field} ${fault.detail}`.trim() : 'does not fit' };
    });
    return this.intake.take(entries);
  }
}
