import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DerivativeSigner } from '@keyart/catalog';
import { PictureUrlDto, PictureUrlRequestDto } from '@keyart/contracts';
import { ArtworksRepository } from '@keyart/db';
import { RequireScope } from '../access/require-scope.decorator';
import { IdPipe } from '../http/id.pipe';
import { withPicture } from './artwork-with-picture';
import { pictureUrl } from './picture-url';
import { devicePx } from './wanted-derivative';

@ApiTags('catalogue')
@Controller('v1/artworks/:artworkId/image-url')
export class PictureUrlsController {
  constructor(
    private readonly artworks: ArtworksRepository,
    private readonly signer: DerivativeSigner,
  ) {}

  @Post()
  @HttpCode(200)
  @RequireScope('catalogue')
  @ApiOperation({ summary: 'A signed address of the picture in any width and aspect' })
  @ApiOkResponse({ type: PictureUrlDto })
  async sign(
    @Param('artworkId', IdPipe) artworkId: string,
    @Body() { aspect = null, width, dpr = null, format = null }: PictureUrlRequestDto,
  ): Promise<PictureUrlDto> {
    const artwork = withPicture(await this.artworks.findById(artworkId));
    const s = this.signer.sign({ artworkId, aspect, format, widthPx: devicePx(width, dpr ?? 1) });
    const query = new URLSearchParams({
      ...(aspect && { aspect }),
      width: String(width),
      ...(dpr && { dpr: String(dpr) }),
      ...(format && { format }),
      s,
    });
    return { url: `${pictureUrl(artwork)}&${query}` };
  }
}
