import { Module } from '@nestjs/common';
import { EventIntake } from './event-intake';
import { EventsController } from './events.controller';

@Module({ controllers: [EventsController], providers: [EventIntake] })
export class EventsModule {}
