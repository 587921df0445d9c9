import { IsBoolean } from 'class-validator';
import { Describe } from './describe';

/** `GET` and `PUT /v1/members/:id/preferences`. */
export class MemberPreferencesDto {
  @Describe('Whether pictures may be chosen by taste; true until the member says no.')
  @IsBoolean()
  isPersonalised: boolean;
}
