import type { Labels } from '../kubernetes/objects';
import { REGION_LABEL, SUBZONE_LABEL, ZONE_LABEL } from './workload';

const LOCALITY_LABELS = ['topology.istio.io/locality', 'istio-locality'];

/** The text of a pod's locality: its own label, in which dots stand for slashes, or where its node is. Source: istio serviceregistry/kube/controller, `getPodLocality`. */
export function podLocality(pod: Labels, node: Labels): string {
  const own = LOCALITY_LABELS.map((label) => pod[label]).find((value) => value !== undefined && value !== '');
  if (own !== undefined) return own.includes('/') ? own : own.replaceAll('.', '/');
  const [region = '', zone = '', subzone = ''] = [REGION_LABEL, ZONE_LABEL, SUBZONE_LABEL].map((label) => node[label]);
  if (region === '' && zone === '' && subzone === '') return '';
  return [region, zone, ...(subzone === '' ? [] : [subzone])].join('/');
}
