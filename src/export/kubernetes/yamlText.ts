import { stringify } from 'yaml';
import { wellFormed } from '../markdownText';

/**
 * Objects as YAML documents of one file. Text that YAML 1.1 or 1.2 would read as anything but text is quoted, since
 * kubectl reads 1.1 (`on`, `yes`, `0o7`, `1:30`).
 */
export function yamlText(objects: readonly object[]): string {
  return objects.map((object) => stringify(object, writable, { compat: 'yaml-1.1', lineWidth: 0, aliasDuplicateObjects: false })).join('---\n');
}

function writable(_: unknown, value: unknown): unknown {
  return typeof value === 'string' ? wellFormed(value) : value;
}
