const descriptions = new Map<object, Map<string, string>>();

/** Says in words what a field means; the OpenAPI document shows it. */
export function Describe(text: string): PropertyDecorator {
  return (target, property) => {
    const fields = descriptions.get(target) ?? new Map<string, string>();
    descriptions.set(target, fields.set(String(property), text));
  };
}

/**
 * What `Describe` said of a field, in the class or in those it extends.
 * @param type a DTO class
 * @param property field name
 * @returns undefined when nothing was said
 */
export function descriptionOf(type: new () => object, property: string): string | undefined {
  for (let at = type.prototype as object | null; at; at = Object.getPrototypeOf(at) as object | null) {
    const text = descriptions.get(at)?.get(property);
    if (text !== undefined) return text;
  }
  return undefined;
}
