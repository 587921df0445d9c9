import { IsIn, IsOptional } from 'class-validator';
import { Describe } from './describe';

/** Whom a decision is explained to. */
export const AUDIENCES = ['viewer', 'analyst'] as const;

/** One of the audiences. */
export type Audience = (typeof AUDIENCES)[number];

/** Query of `GET /v1/decisions/{decisionId}/explanation`. */
export class ExplanationQueryDto {
  @Describe('`viewer` (the default) needs the scope `decide`, `analyst` the scope of its name.')
  @IsOptional()
  @IsIn(AUDIENCES)
  audience: Audience = 'viewer';
}
