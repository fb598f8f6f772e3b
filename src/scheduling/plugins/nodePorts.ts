import type { Container, PodSpec } from '../../kubernetes/objects';
import type { Plugin } from '../framework';
import { reject, SKIP } from '../framework';
import type { PodInfo } from '../podInfo';

/** A port of the node that a pod takes for itself; `ip` 0.0.0.0 stands for all addresses. */
export interface HostPort {
  readonly ip: string;
  readonly protocol: string;
  readonly port: number;
}

export const TAKEN = reject("node(s) didn't have free ports for the requested pod ports", true);
const ANY_ADDRESS = '0.0.0.0';

/** Host ports of containers and sidecars. */
export function hostPortsOf(spec: PodSpec): HostPort[] {
  const sidecars = (spec.initContainers ?? []).filter(({ restartPolicy }) => restartPolicy === 'Always');
  const ports = ({ ports: all = [] }: Container): HostPort[] =>
    all.flatMap(({ hostPort, hostIP, protocol }) => (hostPort ? [{ ip: hostIP || ANY_ADDRESS, protocol: protocol || 'TCP', port: hostPort }] : []));
  return [...sidecars, ...(spec.containers ?? [])].flatMap(ports);
}

/** Source: kubernetes/kubernetes pkg/scheduler/framework/plugins/nodeports/node_ports.go. */
export const nodePorts: Plugin<readonly HostPort[]> = {
  name: 'NodePorts',
  weight: 0,
  preFilter({ pod }) {
    return pod.compiled.hostPorts.length === 0 ? SKIP : { kind: 'run', state: pod.compiled.hostPorts };
  },
  filter(wanted, _cycle, node) {
    return portsTaken(wanted, node) ? TAKEN : null;
  },
};

export function portsTaken(wanted: readonly HostPort[], { pods }: { readonly pods: readonly PodInfo[] }): boolean {
  return pods.some((pod: PodInfo) => pod.compiled.hostPorts.some((used) => wanted.some((port) => conflict(port, used))));
}

function conflict(a: HostPort, b: HostPort): boolean {
  return a.port === b.port && a.protocol === b.protocol && (a.ip === b.ip || a.ip === ANY_ADDRESS || b.ip === ANY_ADDRESS);
}
