import type { Plugin } from '../framework';
import { reject } from '../framework';

const OTHER_NODE = reject("node(s) didn't match the requested node name", false);

/** A pod that names its node runs there only. Source: kubernetes/kubernetes pkg/scheduler/framework/plugins/nodename/node_name.go. */
export const nodeName: Plugin = {
  name: 'NodeName',
  weight: 0,
  filter(_state, { pod }, { name }) {
    const wanted = pod.pod.spec.nodeName;
    return wanted && wanted !== name ? OTHER_NODE : null;
  },
};
