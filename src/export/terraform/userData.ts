import { hcl, list, object, template } from '../hcl';
import type { Expression } from '../hcl';
import type { ExportFile } from '../exporter';
import type { AutoScalingGroup } from '../../design/schema';
import { variable } from './declarations';
import type { Block } from '../hcl';
import { settableLabels, taintsOf } from './workerLabels';

interface Worker {
  readonly labels: AutoScalingGroup['labels'];
  readonly taints: AutoScalingGroup['taints'];
}

function nodeLabels(worker: Worker): string {
  return settableLabels(worker.labels).map(([key, value]) => `${key}=${value}`).join(',');
}

function nodeTaints(worker: Worker): string {
  return taintsOf(worker.taints).map((taint) => `${taint.key}=${taint.value}:${taint.effect}`).join(',');
}

/** What an EKS node that EKS does not manage starts with: nodeadm's configuration. */
export function eksUserData(worker: Worker): Expression {
  const labels = nodeLabels(worker);
  const taints = nodeTaints(worker);
  return hcl`templatefile("\${path.module}/templates/eks-node.mime.tftpl", ${object({
    cluster_name: hcl`aws_eks_cluster.main.name`,
    api_server_endpoint: hcl`aws_eks_cluster.main.endpoint`,
    certificate_authority: hcl`aws_eks_cluster.main.certificate_authority[0].data`,
    service_cidr: hcl`var.service_cidr`,
    kubelet_flags: list([
      ...(labels === '' ? [] : [`--node-labels=${labels}`]),
      ...(taints === '' ? [] : [`--register-with-taints=${taints}`]),
    ]),
  })})`;
}

/** What a machine of a self-managed cluster starts with: facts in /etc/cluster-node.env, then the script that joins it. */
export function selfManagedUserData(options: {
  readonly role: 'control-plane' | 'etcd' | 'worker';
  readonly apiEndpoint: Expression;
  readonly worker?: Worker;
  /** The machine's etcd volume, if it has one. */
  readonly etcdVolume?: Expression;
  readonly etcdRole?: string;
}): Expression {
  return hcl`templatefile("\${path.module}/templates/node.sh.tftpl", ${object({
    role: options.role,
    cluster_name: hcl`local.cluster_name`,
    kubernetes_version: hcl`var.kubernetes_version`,
    api_endpoint: options.apiEndpoint,
    node_labels: options.worker === undefined ? '' : nodeLabels(options.worker),
    node_taints: options.worker === undefined ? '' : nodeTaints(options.worker),
    etcd_role: options.etcdRole ?? 'none',
    etcd_volume: options.etcdVolume === undefined ? '' : hcl`replace(${options.etcdVolume}, "-", "")`,
    bootstrap: bootstrapOf[options.role],
  })})`;
}

const bootstrapOf = {
  'control-plane': hcl`var.control_plane_bootstrap`,
  etcd: hcl`var.etcd_bootstrap`,
  worker: hcl`var.worker_bootstrap`,
} as const;

export function bootstrapVariable(role: keyof typeof bootstrapOf): Block {
  const name = { 'control-plane': 'control_plane_bootstrap', etcd: 'etcd_bootstrap', worker: 'worker_bootstrap' }[role];
  const what = { 'control-plane': 'control-plane node', etcd: 'external etcd member', worker: 'worker' }[role];
  return variable(
    name,
    hcl`string`,
    `Bash that makes a ${what} part of the cluster (kubeadm init or join, for instance), run at its first boot after /etc/cluster-node.env is there and the etcd volume is mounted.`,
    '',
  );
}

/** Images of Amazon Linux 2023: with EKS the one made for its version, else the plain one, both looked up by AWS's public parameters. */
export function imageLookup(eks: boolean, architectures: readonly string[]): { readonly blocks: readonly Block[]; readonly variables: readonly Block[] } {
  if (architectures.length === 0) return { blocks: [], variables: [] };
  const name: Expression = eks
    ? template('/aws/service/eks/optimized-ami/', hcl`var.kubernetes_version`, '/amazon-linux-2023/', hcl`each.key`, '/standard/recommended/image_id')
    : template(hcl`var.image_parameter`, '-', hcl`each.key`);
  return {
    blocks: [
      {
        type: 'block',
        keyword: 'data',
        labels: ['aws_ssm_parameter', 'image'],
        body: [{ for_each: hcl`toset(${list([...architectures].sort())})`, name }],
        comment: 'Amazon Linux 2023, by architecture.',
      },
    ],
    variables: eks
      ? []
      : [
          variable(
            'image_parameter',
            hcl`string`,
            'SSM parameter of the image of every machine, without the architecture at its end (-x86_64 or -arm64).',
            '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default',
            { condition: hcl`startswith(var.image_parameter, "/")`, message: 'The name of a parameter begins with a slash.' },
          ),
        ],
  };
}

export function imageOf(architecture: string): Expression {
  return hcl`data.aws_ssm_parameter.image[${architecture}].insecure_value`;
}

/** https://awslabs.github.io/amazon-eks-ami/nodeadm/ */
export const eksNodeTemplate: ExportFile = {
  path: 'templates/eks-node.mime.tftpl',
  text: `MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="BOUNDARY"

--BOUNDARY
Content-Type: application/node.eks.aws

---
apiVersion: node.eks.aws/v1alpha1
kind: NodeConfig
spec:
  cluster:
    name: \${jsonencode(cluster_name)}
    apiServerEndpoint: \${jsonencode(api_server_endpoint)}
    certificateAuthority: \${jsonencode(certificate_authority)}
    cidr: \${jsonencode(service_cidr)}
  kubelet:
    flags: \${jsonencode(kubelet_flags)}

--BOUNDARY--
`,
};

export const nodeTemplate: ExportFile = {
  path: 'templates/node.sh.tftpl',
  text: `#!/bin/bash
# First boot of a machine of the cluster: writes what it is, mounts its etcd volume, then runs the bootstrap script.
set -euo pipefail

cat > /etc/cluster-node.env <<'FACTS'
ROLE='\${role}'
CLUSTER_NAME='\${cluster_name}'
KUBERNETES_VERSION='\${kubernetes_version}'
API_ENDPOINT='\${api_endpoint}'
NODE_LABELS='\${node_labels}'
NODE_TAINTS='\${node_taints}'
ETCD_ROLE='\${etcd_role}'
FACTS
%{ if etcd_volume != "" ~}

# The volume outlives the machine: it is formatted only when it is empty.
device='/dev/disk/by-id/nvme-Amazon_Elastic_Block_Store_\${etcd_volume}'
until [ -b "$device" ]; do sleep 2; done
blkid "$device" > /dev/null || mkfs.xfs -L etcd "$device"
mkdir -p /var/lib/etcd
echo "LABEL=etcd /var/lib/etcd xfs defaults,nofail 0 2" >> /etc/fstab
mount /var/lib/etcd
chmod 700 /var/lib/etcd
%{ endif ~}
%{ if bootstrap != "" ~}

set -a
. /etc/cluster-node.env
set +a
\${bootstrap}
%{ endif ~}
`,
};
