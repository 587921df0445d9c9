import {
  applyDecorators,
  Body,
  Controller,
  HttpCode,
  Inject,
  Param,
  Post,
  Put,
  Query,
  Req,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags, ApiQuery } from '@nestjs/swagger';
import { fetchPicture, givePicture, inspectPicture, type PictureStore } from '@keyart/catalog';
import type { Configuration } from '@keyart/common';
import {
  PictureSourceDto,
  PictureUploadQueryDto,
  READING_URGENCIES,
  type ArtworkRecord,
} from '@keyart/contracts';
import { ArtworksRepository } from '@keyart/db';
import type { FastifyRequest } from 'fastify';
import { RequireScope } from '../access/require-scope.decorator';
import { CONFIGURATION, PICTURE_STORE } from '../core/tokens';
import { IdPipe } from '../http/id.pipe';
import { readFormFile } from '../http/read-form-file';
import { ExtendRouteConfig } from '../http/route-config';
import { duplicatePicture } from '../problems/duplicate-picture';
import { required } from '../problems/unknown-resource';
import { CatalogueWriter } from './catalogue-writer';
import { PICTURE_TYPES } from './picture-types';

const FORM_FIELD = 'picture';
const FORM = {
  type: 'object',
  properties: { [FORM_FIELD]: { type: 'string', format: 'binary' } },
  required: [FORM_FIELD],
};
const UploadQuery = (): MethodDecorator =>
  applyDecorators(
    ApiQuery({
      ...{ name: 'duplicates', enum: ['allow'], required: false },
      description: 'Takes a picture that another artwork of the title has in this aspect already.',
    }),
    ApiQuery({
      ...{ name: 'urgency', enum: READING_URGENCIES, required: false },
      description: 'How soon it is read: first for a title about to be released, last in an import.',
    }),
  );

/** The ways by which an artwork comes to its picture. */
@ApiTags('catalogue')
@Controller('v1/artworks/:artworkId')
export class PictureUploadsController {
  constructor(
    private readonly artworks: ArtworksRepository,
    private readonly writer: CatalogueWriter,
    @Inject(PICTURE_STORE) private readonly store: PictureStore,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Put('image')
  @RequireScope('catalogue')
  @ExtendRouteConfig({ body: 'picture' })
  @UploadQuery()
  @ApiOperation({ summary: 'Give an artwork its picture: at most 20 MB and 50 megapixels' })
  @ApiConsumes(...PICTURE_TYPES)
  async give(
    @Param('artworkId', IdPipe) artworkId: string,
    @Query() query: PictureUploadQueryDto,
    @Req() { body }: FastifyRequest,
  ): Promise<ArtworkRecord> {
    // A request without type and body is parsed by nobody.
    const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
    return this.giveTo(await this.artwork(artworkId), bytes, query);
  }

  @Post('image')
  @HttpCode(200)
  @RequireScope('catalogue')
  @ExtendRouteConfig({ body: 'form' })
  @UploadQuery()
  @ApiOperation({ summary: 'Give an artwork its picture by a form' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FORM })
  async giveByForm(
    @Param('artworkId', IdPipe) artworkId: string,
    @Query() query: PictureUploadQueryDto,
    @Req() request: FastifyRequest,
  ): Promise<ArtworkRecord> {
    const artwork = await this.artwork(artworkId);
    return this.giveTo(artwork, await readFormFile(request, FORM_FIELD), query);
  }

  @Post('image-from-url')
  @HttpCode(200)
  @RequireScope('catalogue')
  @UploadQuery()
  @ApiOperation({ summary: 'Give an artwork the picture at an address; it is fetched at once, within 15 s' })
  async giveFromUrl(
    @Param('artworkId', IdPipe) artworkId: string,
    @Query() query: PictureUploadQueryDto,
    @Body() { url }: PictureSourceDto,
  ): Promise<ArtworkRecord> {
    const artwork = await this.artwork(artworkId);
    const allowedHosts = this.configuration.PICTURE_FETCH_ALLOWED_HOSTS;
    return this.giveTo(artwork, await fetchPicture(url, { allowedHosts }), query);
  }

  private async artwork(artworkId: string): Promise<ArtworkRecord> {
    return required(await this.artworks.findById(artworkId), 'artwork');
  }

  private async giveTo(
    artwork: ArtworkRecord,
    bytes: Buffer,
    { duplicates, urgency }: PictureUploadQueryDto,
  ): Promise<ArtworkRecord> {
    const { artworks, store } = this;
    const picture = await inspectPicture(bytes);
    const given = { artwork, bytes, picture, allowsDuplicates: duplicates === 'allow' };
    const duplicate = await givePicture(given, { artworks, store });
    if (duplicate) throw duplicatePicture(duplicate);
    await this.writer.pictureGiven({ artworkId: artwork.artworkId, sha256: picture.sha256 }, urgency);
    return this.artwork(artwork.artworkId);
  }
}
