import { Controller, Get, Inject, Param, Put, Query, Req, Res } from '@nestjs/common';
import { ApiConsumes, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CatalogueCache, DerivativeSigner, type PictureStore } from '@keyart/catalog';
import { PictureQueryDto, type ArtworkRecord } from '@keyart/contracts';
import { ArtworksRepository } from '@keyart/db';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../access/public.decorator';
import { RequireScope } from '../access/require-scope.decorator';
import { PICTURE_STORE } from '../core/tokens';
import { IdPipe } from '../http/id.pipe';
import { ExtendRouteConfig } from '../http/route-config';
import { ApiQueryOf } from '../openapi/api-query-of.decorator';
import { required } from '../problems/unknown-resource';
import { withPicture, type ArtworkWithPicture } from './artwork-with-picture';
import { CatalogueWriter } from './catalogue-writer';
import { DerivativeAnswers } from './derivative-answers';
import { sendPicture, type PictureAnswer } from './picture-answer';
import { wantedDerivative } from './wanted-derivative';

const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/avif'];

@ApiTags('catalogue')
@Controller('v1/artworks/:artworkId/image')
export class PicturesController {
  constructor(
    private readonly artworks: ArtworksRepository,
    private readonly catalogue: CatalogueCache,
    private readonly writer: CatalogueWriter,
    private readonly derivatives: DerivativeAnswers,
    private readonly signer: DerivativeSigner,
    @Inject(PICTURE_STORE) private readonly store: PictureStore,
  ) {}

  @Get()
  @Public()
  @ApiOperation({ summary: 'The picture: as it was put, or cut, scaled and in another format' })
  @ApiQueryOf(PictureQueryDto)
  @ApiProduces(...PICTURE_TYPES)
  async show(
    @Param('artworkId', IdPipe) artworkId: string,
    @Query() query: PictureQueryDto,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const artwork = withPicture(this.catalogue.current().artwork(artworkId));
    const wanted = wantedDerivative(artworkId, query, this.signer);
    const answer = wanted
      ? await this.derivatives.answerOf(artwork, wanted, reply.request.headers.accept)
      : this.originalOf(artwork);
    await sendPicture({ ...answer, isForGood: answer.isLasting && query.v === artwork.sha256 }, reply);
  }

  @Put()
  @RequireScope('catalogue')
  @ExtendRouteConfig({ body: 'picture' })
  @ApiOperation({ summary: 'Give an artwork its picture: at most 20 MB and 50 megapixels' })
  @ApiConsumes(...PICTURE_TYPES)
  async attach(
    @Param('artworkId', IdPipe) artworkId: string,
    @Req() request: FastifyRequest,
  ): Promise<ArtworkRecord> {
    required(await this.artworks.findById(artworkId), 'artwork');
    // A request without body and type is parsed by nobody.
    const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    await this.writer.attachPicture(artworkId, await this.store.put(bytes));
    return required(await this.artworks.findById(artworkId), 'artwork');
  }

  private originalOf({ sha256, mediaType }: ArtworkWithPicture): PictureAnswer {
    return {
      ...{ etag: `"${sha256}"`, isLasting: true, isByAccept: false },
      mediaType: mediaType ?? 'application/octet-stream',
      open: async () => {
        const picture = await this.store.open(sha256);
        return { sizeBytes: picture.sizeBytes, body: picture.stream() };
      },
    };
  }
}
