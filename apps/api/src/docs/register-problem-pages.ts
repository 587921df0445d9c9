import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { PROBLEM_TYPES } from '../problems/problem-types';
import { required } from '../problems/unknown-resource';
import { renderProblemPage } from './render-problem-page';

const CONTENT_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'none'";

/** Serves the page behind each problem's `type`. */
export function registerProblemPages(instance: FastifyInstance): void {
  const pages = readPages();
  const options = { config: { access: 'public' as const } };
  instance.get<{ Params: { slug: string } }>('/problems/:slug', options, (request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', CONTENT_POLICY)
      .send(required(pages.get(request.params.slug), 'kind of problem')),
  );
}

function readPages(): ReadonlyMap<string, string> {
  const folder = problemsFolder(__dirname);
  return new Map(
    Object.keys(PROBLEM_TYPES).map((slug) => {
      const text = readFileSync(path.join(folder, `${slug}.md`), 'utf8');
      return [slug, renderProblemPage(text)];
    }),
  );
}

/** Sources and built files lie at different depths below the project's root. */
function problemsFolder(from: string): string {
  const folder = path.join(from, 'docs', 'problems');
  if (existsSync(path.join(folder, 'internal.md'))) return folder;
  const parent = path.dirname(from);
  if (parent === from) throw new Error('docs/problems is missing');
  return problemsFolder(parent);
}
