import { createReadStream } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { OpenAPIObject } from '@nestjs/swagger';

const CONTENT_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>keyart API</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/docs/swagger-ui.css"></head><body><div id="ui"></div>
<script src="/docs/swagger-ui-bundle.js"></script><script src="/docs/start.js"></script></body></html>`;
const START = `SwaggerUIBundle({ url: '/docs-json', dom_id: '#ui', deepLinking: true, tryItOutEnabled: true });`;
const ASSETS = { 'swagger-ui.css': 'text/css', 'swagger-ui-bundle.js': 'text/javascript' } as const;

/** Serves the OpenAPI document at `/docs-json` and pages to read and try it at `/docs`, from this machine alone. */
export function registerDocs(instance: FastifyInstance, document: () => OpenAPIObject): void {
  const options = { config: { access: 'public' as const } };
  instance.get('/docs-json', options, () => document());
  instance.get('/docs', options, (_request, reply) =>
    reply.header('content-security-policy', CONTENT_POLICY).type('text/html').send(PAGE),
  );
  instance.get('/docs/start.js', options, (_request, reply) => reply.type('text/javascript').send(START));
  for (const [name, mediaType] of Object.entries(ASSETS)) {
    instance.get(`/docs/${name}`, options, (_request, reply) =>
      reply
        .type(mediaType)
        .header('cache-control', 'public, max-age=3600')
        .send(createReadStream(assetPath(name))),
    );
  }
}

/** The files come with @nestjs/swagger, so they are looked for from there. */
function assetPath(name: string): string {
  const from = path.dirname(require.resolve('@nestjs/swagger'));
  return require.resolve(`swagger-ui-dist/${name}`, { paths: [from] });
}
