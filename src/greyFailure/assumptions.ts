import type { LoadBalancer } from '../design/schema';
import { ESTABLISHED, SYN, type Retransmission, type Threshold } from './runs';

/** A check with all that its arithmetic needs: defaults, in seconds and counts, and where they are from. */
export interface Check extends Threshold {
  readonly timeoutSeconds: number;
  readonly retransmission: Retransmission;
  readonly source: string;
  /** `documented`, or general knowledge that was not read again. */
  readonly confidence: 'documented' | 'assumed';
}

/** Health checks as the AWS Load Balancer Controller sets them up (a Classic one: the in-tree provider). */
export const HEALTH_CHECKS: Readonly<Record<LoadBalancer['type'], Check>> = {
  nlb: {
    intervalSeconds: 10,
    timeoutSeconds: 10,
    failures: 3,
    passes: 3,
    retransmission: SYN,
    source: 'kubernetes-sigs/aws-load-balancer-controller docs/guide/service/annotations.md (healthcheck-*)',
    confidence: 'documented',
  },
  alb: {
    intervalSeconds: 15,
    timeoutSeconds: 5,
    failures: 2,
    passes: 2,
    retransmission: SYN,
    source: 'kubernetes-sigs/aws-load-balancer-controller docs/guide/ingress/annotations.md (healthcheck-*)',
    confidence: 'documented',
  },
  clb: {
    intervalSeconds: 10,
    timeoutSeconds: 5,
    failures: 6,
    passes: 2,
    retransmission: SYN,
    source: 'kubernetes/cloud-provider-aws, health check of a Classic Load Balancer',
    confidence: 'assumed',
  },
};

/** A readiness probe with the API's defaults. The kubelet asks a pod of its own node: nothing leaves the machine. */
export const READINESS: Check = {
  intervalSeconds: 10,
  timeoutSeconds: 1,
  failures: 3,
  passes: 1,
  retransmission: SYN,
  source: 'kubernetes.io, "Configure Liveness, Readiness and Startup Probes" (periodSeconds 10, timeoutSeconds 1, failureThreshold 3, successThreshold 1)',
  confidence: 'documented',
};

/** The kubelet renews its lease over a connection that it keeps; it has the grace period of the node controller to do so. */
export function leaseCheck(kubernetesVersion: string): Check {
  // 50 s from 1.32 on; 40 s before.
  const graceSeconds = Number(kubernetesVersion.split('.')[1]) >= 32 ? 50 : 40;
  return {
    intervalSeconds: 10,
    timeoutSeconds: 10,
    failures: graceSeconds / 10,
    passes: 1,
    retransmission: ESTABLISHED,
    source: 'kubernetes/kubernetes pkg/controller/nodelifecycle (node-monitor-grace-period); the kubelet renews its lease every 10 s',
    confidence: 'assumed',
  };
}

/** Istio's outlier detection as a DestinationRule with nothing set has it. Source: istio.io, OutlierDetection; Envoy outlier_detection_impl.cc. */
export const OUTLIER_DETECTION = { consecutiveErrors: 5, baseEjectionSeconds: 30, maxEjectionPercent: 10 } as const;

/** How long a client waits for an answer, in seconds: assumed, since a design does not say. */
export const REQUEST_TIMEOUT_SECONDS = 5;
