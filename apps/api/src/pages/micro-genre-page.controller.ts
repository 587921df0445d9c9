import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../access/public.decorator';
import { CONTENT_POLICY, HTML } from '../http/html-answer';
import { IdPipe } from '../http/id.pipe';
import { required } from '../problems/unknown-resource';
import { MicroGenrePages } from './micro-genre-pages';
import { renderMicroGenrePage, renderMicroGenresPage } from './render-micro-genre-pages';

/** Micro-genres to look at. */
@ApiExcludeController()
@Controller('micro-genres')
export class MicroGenrePageController {
  constructor(private readonly pages: MicroGenrePages) {}

  @Get()
  @Public()
  @Header('content-type', HTML)
  @Header('content-security-policy', CONTENT_POLICY)
  @Header('cache-control', 'no-store')
  async list(): Promise<string> {
    return renderMicroGenresPage(await this.pages.open());
  }

  @Get(':slug')
  @Public()
  @Header('content-type', HTML)
  @Header('content-security-policy', CONTENT_POLICY)
  @Header('cache-control', 'no-store')
  async show(@Param('slug', IdPipe) slug: string): Promise<string> {
    return renderMicroGenrePage(required(await this.pages.openOne(slug), 'micro-genre'));
  }
}
