import type { Design, Link } from '../design/schema';
import { entityById } from '../design/tree';

/** The links whose requests a Service answers: those to it, and those to a load balancer in front of it. By id as they stand. */
export function linksTo(design: Design, service: string): readonly Link[] {
  return design.links.filter(({ to }) => {
    if (to === service) return true;
    const target = entityById(design, to);
    return target?.kind === 'loadBalancer' && target.service === service;
  });
}
