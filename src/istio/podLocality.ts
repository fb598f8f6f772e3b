import type { Labels } from '../kubernetes/objects';
import { REGION_LABEL, SUBZONE_LABEL, ZONE_LABEL } from './workload';

const LOCALITY_LABEL = 'topology.istio.io/locality';
const OLD_LOCALITY_LABEL = 'istio-locality';

/** The text of a pod's locality: its own label, in which dots stand for slashes, or where its node is. Source: istio serviceregistry/kube/controller, `getPodLocality`. */
export function podLocality(pod: Labels, node: Labels): string {
  const own = pod[LOCALITY_LABEL] || pod[OLD_LOCALITY_LABEL] || '';
  if (own !== '') return own.includes('/') ? own : own.replaceAll('.', '/');
  let known = nodeLocalities.get(node);
  if (known === undefined) nodeLocalities.set(node, (known = nodeLocality(node)));
  return known;
}

/** The labels of a node stay the same from one pod to the next, so what they say is read once. */
const nodeLocalities = new WeakMap<Labels, string>();

function nodeLocality(node: Labels): string {
  const [region = '', zone = '', subzone = ''] = [REGION_LABEL, ZONE_LABEL, SUBZONE_LABEL].map((label) => node[label]);
  if (region === '' && zone === '' && subzone === '') return '';
  return [region, zone, ...(subzone === '' ? [] : [subzone])].join('/');
}
