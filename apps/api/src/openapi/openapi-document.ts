import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import * as contracts from '@keyart/contracts';
import { jsonSchemaOf, type DtoClass } from './json-schema-of';

const DESCRIPTION = `Chooses, for each viewer and each title, which picture to show; logs every choice with its true
probability; and joins to it what happened after. Errors are \`application/problem+json\` (RFC 9457).`;

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

const PROBLEM_RESPONSE = {
  description: 'A problem; its `type` leads to a page that explains it.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDto' } } },
};

/** The service's OpenAPI document; schemas come from the DTO classes, as validation does. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setTitle('keyart')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'bearer')
    .addApiKey({ type: 'apiKey', name: 'x-api-key', in: 'header' }, 'apiKey');
  const document = SwaggerModule.createDocument(app, builder.build());
  for (const operation of operationsOf(document)) operation.responses.default = PROBLEM_RESPONSE;
  return { ...document, components: { ...document.components, schemas: dtoSchemas() } };
}

function dtoSchemas(): NonNullable<OpenAPIObject['components']>['schemas'] {
  const classes = Object.entries(contracts).filter(([name]) => name.endsWith('Dto'));
  return Object.fromEntries(classes.map(([name, type]) => [name, jsonSchemaOf(type as DtoClass)])) as never;
}

function operationsOf(document: OpenAPIObject): Operation[] {
  return Object.values(document.paths).flatMap(({ get, post, put, patch, delete: remove }) =>
    [get, post, put, patch, remove].filter((operation) => operation !== undefined),
  );
}
