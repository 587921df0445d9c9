import { IsArray, IsIn, IsString, IsUUID } from 'class-validator';
import { Describe } from './describe';

/** Why a picture was shown, in words for the viewer. */
export class ViewerExplanationDto {
  @IsIn(['viewer']) audience: 'viewer';
  @IsUUID() decisionId: string;
  @IsString() titleId: string;
  @IsString() artworkId: string;
  @Describe('One plain sentence without a full stop.') @IsString() headline: string;
  @Describe('What bent the choice, in few words each.') @IsArray() @IsString({ each: true }) notes: string[];
  @Describe('What would have changed the choice, or will: whole sentences.')
  @IsArray()
  @IsString({ each: true })
  changes: string[];
}
