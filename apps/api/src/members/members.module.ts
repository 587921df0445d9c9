import { Module } from '@nestjs/common';
import { ErasuresController } from './erasures.controller';
import { MemberExport } from './member-export';
import { MemberExportController } from './member-export.controller';
import { MembersController } from './members.controller';
import { PreferencesController } from './preferences.controller';

@Module({
  controllers: [MembersController, PreferencesController, MemberExportController, ErasuresController],
  providers: [MemberExport],
})
export class MembersModule {}
