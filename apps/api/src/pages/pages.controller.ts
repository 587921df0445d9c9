import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { MemberRecord } from '@keyart/contracts';
import { MembersRepository } from '@keyart/db';
import { NEW_VIEWER_TASTE, type TasteProfile } from '@keyart/features';
import { Public } from '../access/public.decorator';
import { CONTENT_POLICY, HTML } from '../http/html-answer';
import { IdPipe } from '../http/id.pipe';
import { required } from '../problems/unknown-resource';
import { renderHomePage, type HomeViewer } from './render-home-page';
import { renderViewerPage } from './render-viewer-page';
import { ViewerPages } from './viewer-pages';

const MAX_VIEWERS = 200;

/** Pages to look at: who there is, and what each ranker would show. */
@ApiExcludeController()
@Controller()
export class PagesController {
  constructor(
    private readonly members: MembersRepository,
    private readonly pages: ViewerPages,
  ) {}

  @Get()
  @Public()
  @Header('content-type', HTML)
  @Header('content-security-policy', CONTENT_POLICY)
  async home(): Promise<string> {
    return renderHomePage((await this.members.list({ limit: MAX_VIEWERS })).map(homeViewerOf));
  }

  @Get('viewers/:memberId')
  @Public()
  @Header('content-type', HTML)
  @Header('content-security-policy', CONTENT_POLICY)
  @Header('cache-control', 'no-store')
  async viewer(@Param('memberId', IdPipe) memberId: string): Promise<string> {
    const member = required(await this.members.findById(memberId), 'member');
    return renderViewerPage(await this.pages.open(member));
  }
}

function homeViewerOf({ memberId, displayName, profile }: MemberRecord): HomeViewer {
  const [love] = ((profile as TasteProfile | null) ?? NEW_VIEWER_TASTE).loves;
  return { memberId, name: displayName ?? memberId, line: love ? `Loved ${love}` : 'Taste not known yet' };
}
