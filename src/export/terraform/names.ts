import { hexOf } from '../../cluster/hash';
import { hcl, template } from '../hcl';
import type { Expression } from '../hcl';

/** A Terraform identifier for an entity id. Ids have no `_` and do not begin with `-`, so no two ids share one. */
export function identifier(id: string): string {
  const name = id.replaceAll('-', '_');
  return /^[0-9]/.test(name) ? `_${name}` : name;
}

/**
 * The id in a form that every AWS name takes: at most `max` characters, no double hyphen. What had to be changed ends in a hash
 * of the whole id, so that it stays apart from others.
 */
export function shortId(id: string, max: number): string {
  return id.length > max || id.includes('--') ? hashed(id, max) : id;
}

function hashed(id: string, max: number): string {
  const plain = id.replaceAll(/-+/g, '-');
  const tail = hexOf(id, 8);
  const head = plain.slice(0, max - tail.length - 1).replace(/-$/, '');
  return `${head}-${tail}`;
}

/** `"${var.name_prefix}-NAME"` */
export function prefixed(name: string): Expression {
  return template(hcl`var.name_prefix`, `-${name}`);
}

/** The same for load balancers and target groups, whose names have at most 32 characters: `id` is in it with at most 15. */
export function prefixedShort(id: string): Expression {
  return template(hcl`substr(var.name_prefix, 0, 16)`, `-${id === apiName ? hashed(id, 15) : shortId(id, 15)}`);
}

/** Name of the load balancer and target group before the API servers; an entity with this id gets another. */
export function apiServerName(): Expression {
  return template(hcl`substr(var.name_prefix, 0, 16)`, `-${apiName}`);
}

const apiName = 'api';

/** A name prefix that every service of AWS takes in front of a name (security groups, load balancers and RDS refuse some). */
export function safeNamePrefix(prefix: string): string {
  const plain = prefix.replaceAll(/-+/g, '-');
  return /^([0-9]|(sg|internal)(-|$))/.test(plain) ? `z${plain}`.slice(0, 24).replace(/-$/, '') : plain;
}

/** A text as the value of a tag that every service of AWS takes: other characters become a space. */
export function tagText(text: string): string {
  const plain = text
    .replaceAll(/[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu, ' ')
    .replaceAll(/\p{Z}+/gu, ' ')
    .trim();
  return Array.from(plain).slice(0, 120).join('').trim();
}

export function isTagText(text: string): boolean {
  return /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u.test(text);
}
