/** In place of the id of the entity that a node belongs to: no entity of a design can have one with a dot. */
export const KARPENTER = 'karpenter.sh';

/** Label of its nodes: `spot` or `on-demand`. */
export const CAPACITY_TYPE = 'karpenter.sh/capacity-type';

/** GiB: what an EC2NodeClass gives a node without saying so. Source: aws/karpenter-provider-aws, NodeClasses, blockDeviceMappings. */
export const ROOT_VOLUME_GIB = 20;
