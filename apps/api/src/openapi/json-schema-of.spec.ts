import * as contracts from '@keyart/contracts';
import { DecisionsRequestDto, EventDto, SERVED_POLICIES, SurfaceDto } from '@keyart/contracts';
import { IsEmail } from 'class-validator';
import { jsonSchemaOf, type DtoClass } from './json-schema-of';

class UnknownConstraintDto {
  @IsEmail() address: string;
}

describe('jsonSchemaOf', () => {
  it('carries limits, nesting, optional fields and descriptions over', () => {
    const { properties, required, additionalProperties } = jsonSchemaOf(DecisionsRequestDto);
    expect({ required, additionalProperties }).toEqual({
      required: ['memberId', 'surface', 'titles'],
      additionalProperties: false,
    });
    expect(properties?.titles).toMatchObject({ type: 'array', minItems: 1, maxItems: 200 });
    expect(properties?.titles.items?.properties?.row).toMatchObject({ type: 'integer', minimum: 0 });
    expect(properties?.surface).toMatchObject(jsonSchemaOf(SurfaceDto));
    expect(properties?.policy).toMatchObject({ enum: [...SERVED_POLICIES, null], nullable: true });
    expect(jsonSchemaOf(EventDto).properties?.occurredAt.format).toBe('date-time');
  });

  it('knows the constraints of every DTO', () => {
    const classes = Object.entries(contracts).filter(([name]) => name.endsWith('Dto'));
    expect(classes.length).toBeGreaterThan(10);
    for (const [, type] of classes)
      expect(Object.keys(jsonSchemaOf(type as DtoClass).properties ?? {})).not.toEqual([]);
  });

  it('refuses a constraint it would have to drop', () => {
    expect(() => jsonSchemaOf(UnknownConstraintDto)).toThrow('isEmail');
  });
});
