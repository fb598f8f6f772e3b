import { markdownText } from '../markdownText';
import type { Plan } from './plan';

/** README of the export: how to apply it, what is in it, what is not. */
export function readme(plan: Plan, files: readonly string[], unsupported: readonly string[]): string {
  const { design } = plan;
  const lines = [
    `# ${markdownText(design.name) || 'Untitled'}: Terraform`,
    '',
    ...(design.description.trim() === '' ? [] : [markdownText(design.description), '']),
    `Made by Zonesketch from a design for ${design.settings.region}, Kubernetes ${design.settings.kubernetesVersion}, ${plan.eks ? 'Amazon EKS' : 'self-managed control plane'}, zones ${plan.zones.join(', ') || 'none'}.`,
    'The same design gives the same files; change the design and export again rather than editing them.',
    '',
    '## Apply',
    '',
    '```sh',
    'terraform init',
    'terraform plan -out plan.tfplan',
    'terraform apply plan.tfplan',
    '```',
    '',
    'Every setting is a variable with a description in `variables.tf`; give other values in a `terraform.tfvars`.',
    ...(plan.eks
      ? ['Then `terraform output -raw kubeconfig_command` prints the command that lets kubectl reach the cluster.']
      : [
          'The machines are Amazon Linux 2023. Each writes what it is into `/etc/cluster-node.env` (`ROLE`, `CLUSTER_NAME`, `KUBERNETES_VERSION`, `API_ENDPOINT`,',
          '`NODE_LABELS`, `NODE_TAINTS`, `ETCD_ROLE`), mounts its etcd volume at `/var/lib/etcd`, and then runs the script in `control_plane_bootstrap`,',
          '`etcd_bootstrap` or `worker_bootstrap`, which has these facts as environment variables: install a container runtime and kubeadm there, and init or join.',
          'The security groups let through what Kubernetes and the VPC CNI need; an overlay network needs its own rule between nodes and control plane.',
        ]),
    '',
    '## Files',
    '',
    ...files.map((file) => `- \`${file}\``),
    '',
    '## What Terraform does not express',
    '',
    ...unsupported.map((sentence) => `- ${markdownText(sentence)}`),
    '',
  ];
  return lines.join('\n');
}
