import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { MAP_SCRIPT } from '@keyart/similarity';
import { Public } from '../access/public.decorator';
import { contentPolicyWith } from '../http/content-policy-with';
import { HTML } from '../http/html-answer';
import { MapPages } from './map-pages';
import { renderMapPage } from './render-map-page';

/** The similarity map to look at. */
@ApiExcludeController()
@Controller('map')
export class MapPageController {
  constructor(private readonly pages: MapPages) {}

  @Get()
  @Public()
  @Header('content-type', HTML)
  @Header('content-security-policy', contentPolicyWith(MAP_SCRIPT))
  @Header('cache-control', 'no-store')
  async show(): Promise<string> {
    return renderMapPage(await this.pages.open());
  }
}
