const WITH_YEAR = /^(.*?)\s*\((\d{4})\)\s*$/;
const TRAILING_ARTICLE = /^(.*), (The|A|An|Les|La|Le|Il|Der|Die|Das)$/;
const ALSO_KNOWN_AS = /\s*\([^)]*\)\s*$/;

/** A film's name and year as MovieLens writes them: `Matrix, The (1999)` → `The Matrix`, 1999. */
export function filmName(title: string): { readonly name: string; readonly year: number | null } {
  const dated = WITH_YEAR.exec(title.trim());
  const plain = (dated?.[1] ?? title.trim()).replace(ALSO_KNOWN_AS, '');
  const turned = TRAILING_ARTICLE.exec(plain);
  return { name: turned ? `${turned[2]} ${turned[1]}` : plain, year: dated ? Number(dated[2]) : null };
}

/** A name without case, accents, spaces and punctuation, to compare catalogues by. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
