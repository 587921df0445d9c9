import { Describe } from './describe';
import { IsId } from './fields/is-id';

/** `PUT /v1/members/:id/pins/:titleId`: the one picture the member wants to see for the title. */
export class PinDto {
  @Describe('An artwork of the title.')
  @IsId()
  artworkId: string;
}
