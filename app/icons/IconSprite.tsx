import AutoScalingGroup from 'aws-react-icons/icons/ArchitectureGroupAutoScalinggroup';
import Efs from 'aws-react-icons/icons/ArchitectureServiceAmazonEFS';
import Eks from 'aws-react-icons/icons/ArchitectureServiceAmazonElasticKubernetesService';
import Rds from 'aws-react-icons/icons/ArchitectureServiceAmazonRDS';
import Instance from 'aws-react-icons/icons/ResourceAmazonEC2Instance';
import Volume from 'aws-react-icons/icons/ResourceAmazonElasticBlockStoreVolume';
import Client from 'aws-react-icons/icons/ResourceClient';
import ApplicationLoadBalancer from 'aws-react-icons/icons/ResourceElasticLoadBalancingApplicationLoadBalancer';
import ClassicLoadBalancer from 'aws-react-icons/icons/ResourceElasticLoadBalancingClassicLoadBalancer';
import NetworkLoadBalancer from 'aws-react-icons/icons/ResourceElasticLoadBalancingNetworkLoadBalancer';
import Internet from 'aws-react-icons/icons/ResourceInternet';
import { kubernetesIcons } from './kubernetes';

const aws = {
  asg: [AutoScalingGroup, 40],
  efs: [Efs, 64],
  eks: [Eks, 64],
  rds: [Rds, 64],
  ec2: [Instance, 48],
  ebs: [Volume, 48],
  client: [Client, 48],
  internet: [Internet, 48],
  alb: [ApplicationLoadBalancer, 48],
  clb: [ClassicLoadBalancer, 48],
  nlb: [NetworkLoadBalancer, 48],
} as const;

export type IconName = keyof typeof aws | keyof typeof kubernetesIcons;

/** The official icons once, for `Icon` to point at: a board draws hundreds of them. */
export function IconSprite() {
  return (
    <svg aria-hidden="true" width="0" height="0" className="icon-sprite">
      {Object.entries(aws).map(([name, [Picture, size]]) => (
        <symbol key={name} id={`icon-${name}`} viewBox={`0 0 ${size} ${size}`}>
          <Picture size={size} />
        </symbol>
      ))}
      {Object.entries(kubernetesIcons).map(([name, { viewBox, body }]) => (
        // Generated at build time from the official package; no text of a user comes here.
        <symbol key={name} id={`icon-${name}`} viewBox={viewBox} dangerouslySetInnerHTML={{ __html: body }} />
      ))}
    </svg>
  );
}
