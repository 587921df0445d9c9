import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CatalogueCache, type PictureStore } from '@keyart/catalog';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../access/public.decorator';
import { PICTURE_STORE } from '../core/tokens';
import { IdPipe } from '../http/id.pipe';
import { matchesEtag } from '../http/matches-etag';
import { required } from '../problems/unknown-resource';
import { PICTURE_TYPES } from './picture-types';

/** A content hash in the address names these very bytes, so they never change. */
const FOR_GOOD = 'public, max-age=31536000, immutable';
const BRIEFLY = 'public, max-age=60, must-revalidate';

@ApiTags('catalogue')
@Controller('v1/artworks/:artworkId/image')
export class PicturesController {
  constructor(
    private readonly catalogue: CatalogueCache,
    @Inject(PICTURE_STORE) private readonly store: PictureStore,
  ) {}

  @Get()
  @Public()
  @ApiOperation({ summary: 'The picture' })
  @ApiProduces(...PICTURE_TYPES)
  async show(
    @Param('artworkId', IdPipe) artworkId: string,
    @Req() request: FastifyRequest<{ Querystring: { v?: string } }>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const artwork = this.catalogue.current().artwork(artworkId);
    const sha256 = required(artwork?.sha256, 'picture');
    const etag = `"${sha256}"`;
    reply.headers({ etag, 'cache-control': request.query.v === sha256 ? FOR_GOOD : BRIEFLY });
    if (matchesEtag(request.headers['if-none-match'], etag)) return void (await reply.code(304).send());
    const picture = await this.store.open(sha256);
    reply.headers({
      'content-type': artwork?.mediaType ?? 'application/octet-stream',
      'content-length': picture.sizeBytes,
      // Pages of other origins show pictures; nothing else of this service may be embedded there.
      'cross-origin-resource-policy': 'cross-origin',
    });
    await reply.send(picture.stream());
  }
}
