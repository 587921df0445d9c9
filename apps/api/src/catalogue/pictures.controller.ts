import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CatalogueCache, DerivativeSigner, type PictureStore } from '@keyart/catalog';
import { PictureQueryDto } from '@keyart/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../access/public.decorator';
import { PICTURE_STORE } from '../core/tokens';
import { IdPipe } from '../http/id.pipe';
import { ValidQuery } from '../http/valid-query.decorator';
import { withPicture, type ArtworkWithPicture } from './artwork-with-picture';
import { DerivativeAnswers } from './derivative-answers';
import { sendPicture, type PictureAnswer } from './picture-answer';
import { PICTURE_TYPES } from './picture-types';
import { wantedDerivative } from './wanted-derivative';

@ApiTags('catalogue')
@Controller('v1/artworks/:artworkId/image')
export class PicturesController {
  constructor(
    private readonly catalogue: CatalogueCache,
    private readonly derivatives: DerivativeAnswers,
    private readonly signer: DerivativeSigner,
    @Inject(PICTURE_STORE) private readonly store: PictureStore,
  ) {}

  @Get()
  @Public()
  @ApiOperation({ summary: 'The picture: as it was put, or cut, scaled and in another format' })
  @ValidQuery(PictureQueryDto)
  @ApiProduces(...PICTURE_TYPES)
  async show(
    @Param('artworkId', IdPipe) artworkId: string,
    @Req() { query, headers }: FastifyRequest<{ Querystring: PictureQueryDto }>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const artwork = withPicture(this.catalogue.current().artwork(artworkId));
    const wanted = wantedDerivative(artworkId, query, this.signer);
    const answer = wanted
      ? await this.derivatives.answerOf(artwork, wanted, headers.accept)
      : this.originalOf(artwork);
    await sendPicture({ ...answer, isForGood: answer.isLasting && query.v === artwork.sha256 }, reply);
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
