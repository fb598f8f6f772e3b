/** A YAML text in pieces that are read one after the other: the parser needs a hundred times the room of what it reads. */
export interface YamlPart {
  /** A document, some items of a list, or what is around them. */
  readonly kind: 'document' | 'items' | 'envelope';
  readonly text: string;
}

/** Items read at once. */
const chunk = 200;

/**
 * Cuts where YAML itself has a border: at `---`, and, in a document laid out as `kubectl get -o yaml` prints a list, at the
 * items. An alias does not reach over a border between documents; one that reaches over a border between items is an error
 * in its part, after which the whole is to be read at once.
 */
export function yamlParts(text: string): readonly YamlPart[] {
  return text.split(/^---(?=\s|$)/m).flatMap(partsOfDocument);
}

function partsOfDocument(document: string): readonly YamlPart[] {
  const whole = [{ kind: 'document', text: document } as const];
  const head = /(?:^|\n)items:[ \t]*\r?\n(?=- )/.exec(document);
  if (head === null) return whole;
  const start = head.index + head[0].length;
  // The list ends with the first line at its edge that is no item of it.
  const after = /^(?!- )[^\s#]/m.exec(document.slice(start));
  const end = after === null ? document.length : start + after.index;
  const items = document.slice(start, end).split(/^(?=- )/m);
  if (items.length <= chunk) return whole;
  const parts: YamlPart[] = [{ kind: 'envelope', text: `${document.slice(0, head.index)}\n${document.slice(end)}` }];
  for (let first = 0; first < items.length; first += chunk) parts.push({ kind: 'items', text: items.slice(first, first + chunk).join('') });
  return parts;
}
