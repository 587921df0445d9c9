import { IsInt, IsString } from 'class-validator';
import { Describe } from './describe';

/** Answer of a history import. */
export class HistoryAcceptedDto {
  @IsInt() imported: number;
  @Describe('The `build-profile` job that follows.') @IsString() jobId: string;
}
