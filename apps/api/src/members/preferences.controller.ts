import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Clock } from '@keyart/common';
import { MemberPreferencesDto, PinDto, type PinRecord } from '@keyart/contracts';
import { ArtworksRepository, PreferencesRepository, TitlesRepository } from '@keyart/db';
import { RequireScope } from '../access/require-scope.decorator';
import { CLOCK } from '../core/tokens';
import { IdPipe } from '../http/id.pipe';
import { ProblemException } from '../problems/problem.exception';
import { required } from '../problems/unknown-resource';

@ApiTags('members')
@Controller('v1/members/:memberId')
export class PreferencesController {
  constructor(
    private readonly preferences: PreferencesRepository,
    private readonly titles: TitlesRepository,
    private readonly artworks: ArtworksRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('preferences')
  @RequireScope('events', 'analyst')
  @ApiOperation({ summary: 'What a member said about being personalised' })
  async find(@Param('memberId', IdPipe) memberId: string): Promise<MemberPreferencesDto> {
    return { isPersonalised: await this.preferences.isPersonalised(memberId) };
  }

  @Put('preferences')
  @RequireScope('events')
  @ApiOperation({ summary: 'Turn pictures by taste on or off for a member; the next page follows' })
  async save(
    @Param('memberId', IdPipe) memberId: string,
    @Body() { isPersonalised }: MemberPreferencesDto,
  ): Promise<MemberPreferencesDto> {
    await this.preferences.savePersonalised(memberId, isPersonalised, new Date(this.clock.nowMs()));
    return { isPersonalised };
  }

  @Get('pins')
  @RequireScope('events', 'analyst')
  @ApiOperation({ summary: 'The pictures a member pinned' })
  async pins(@Param('memberId', IdPipe) memberId: string): Promise<{ items: PinRecord[] }> {
    return { items: await this.preferences.pins(memberId) };
  }

  @Put('pins/:titleId')
  @RequireScope('events')
  @ApiOperation({ summary: 'Pin a picture of a title: the member sees it wherever it may be shown' })
  async pin(
    @Param('memberId', IdPipe) memberId: string,
    @Param('titleId', IdPipe) titleId: string,
    @Body() { artworkId }: PinDto,
  ): Promise<PinRecord> {
    await this.requireArtworkOfTitle(artworkId, titleId);
    const record = { memberId, titleId, artworkId, pinnedAt: new Date(this.clock.nowMs()) };
    await this.preferences.pin(record);
    return record;
  }

  @Delete('pins/:titleId')
  @HttpCode(204)
  @RequireScope('events')
  @ApiOperation({ summary: 'Take a pin away; fine where there is none' })
  @ApiNoContentResponse()
  async unpin(
    @Param('memberId', IdPipe) memberId: string,
    @Param('titleId', IdPipe) titleId: string,
  ): Promise<void> {
    await this.preferences.unpin(memberId, titleId);
  }

  private async requireArtworkOfTitle(artworkId: string, titleId: string): Promise<void> {
    required(await this.titles.findById(titleId), 'title');
    const artwork = required(await this.artworks.findById(artworkId), 'artwork');
    if (artwork.titleId === titleId) return;
    throw new ProblemException('conflict', 'the artwork belongs to another title');
  }
}
