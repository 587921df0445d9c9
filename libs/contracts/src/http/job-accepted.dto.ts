import { IsString } from 'class-validator';

/** A job that was put in line. */
export class JobAcceptedDto {
  @IsString() jobId: string;
}
