const MARKERS = /<[^>]*>|[<>|]/g;
const OPTION_LINES = /^[A-Z]\. /gm;

/** The skeleton of a prompt: everything that outside text must leave alone. */
export function skeletonOf(prompt: string) {
  return {
    markers: prompt.match(MARKERS) ?? [],
    options: prompt.match(OPTION_LINES) ?? [],
    ending: prompt.slice(-'\nAnswer:'.length),
  };
}
