import { IsIn, IsOptional } from 'class-validator';
import { READING_URGENCIES, type ReadingUrgency } from '../queues/reading-urgency';
import { Describe } from './describe';
import { IsCleanText } from './fields/is-clean-text';

/** How a picture is given to an artwork. */
export class PictureUploadQueryDto {
  @Describe('`allow` takes a picture that another artwork of the title has in this aspect already.')
  @IsOptional()
  @IsIn(['allow'])
  duplicates?: 'allow';

  @Describe(
    'How soon it is read: before all others for a title about to be released, after all in an import.',
  )
  @IsOptional()
  @IsIn(READING_URGENCIES)
  urgency: ReadingUrgency = 'usual';
}

/** `POST /v1/artworks/:id/image-from-url`: where the picture lies. */
export class PictureSourceDto {
  @Describe('http or https, port 80 or 443, of the public internet.')
  @IsCleanText({ minLength: 1, maxLength: 2048 })
  url: string;
}
