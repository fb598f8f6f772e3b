/** What a grey failure is told with in English. This is also the type that every language fills. */
export const en = {
  title: ({ zone, loss, latencyMs }: Trouble) => `Grey failure of ${zone}: ${loss} of packets lost each way, ${latencyMs} ms added to a round trip`,
  requests: 'Requests',
  service: 'service',
  touching: 'meet the zone',
  failing: 'fail',
  delayed: 'wait for a packet sent again',
  addedLatency: 'added latency',
  hops: 'transfers that meet it',
  stores: 'Databases and file systems',
  observers: 'What notices',
  observer: {
    'load-balancer': (id: string, watched: number) => `health check of ${id} (${watched} ${watched === 1 ? 'target' : 'targets'} in the zone)`,
    'readiness-probe': (_: string, watched: number) => `readiness probe (${watched} ${watched === 1 ? 'pod' : 'pods'}), from the kubelet on the same node`,
    'node-lease': (_: string, watched: number) => `node lease (${watched} ${watched === 1 ? 'node' : 'nodes'})`,
  },
  rule: ({ interval, timeout, failures, passes }: Rule) => `every ${interval} s, time-out ${timeout} s, out after ${failures} failures, in after ${passes} ${passes === 1 ? 'pass' : 'passes'}`,
  perCheck: 'a check fails',
  inARow: 'all that it takes',
  until: 'mean time until out',
  out: 'stays out',
  shareOut: 'share of time out',
  lasting: 'as long as it lasts',
  never: 'never',
  notices: { soon: 'notices it', sometimes: 'notices it within a day', hardly: 'hardly ever notices it', never: 'does NOT notice it' },
  ifItCrossed: (share: string) => `its own network is not used: only a probe that asks another machine would fail (${share} of the time)`,
  outlier: {
    title: 'Istio’s outlier detection',
    'too-few-endpoints': ({ endpoints }: Outlier) => `ejects none: 10 % of ${endpoints} endpoints is less than one`,
    ejects: ({ inZone, ejectable, requests }: Outlier) => `ejects at most ${ejectable} of ${inZone} endpoints in the zone, one after ${requests} requests of a proxy to it, for 30 s the first time`,
    never: () => 'ejects none: no request fails',
  },
  assumed: (seconds: number) => `Assumed: clients wait ${seconds} s; one round trip decides, and TCP sends again after 1, 3, 7 s (a connection that is there: 0.2, 0.6, 1.4 s); losses are independent.`,
};

interface Trouble {
  readonly zone: string;
  /** `5.0 %` */
  readonly loss: string;
  readonly latencyMs: number;
}

interface Rule {
  readonly interval: number;
  readonly timeout: number;
  readonly failures: number;
  readonly passes: number;
}

interface Outlier {
  readonly endpoints: number;
  readonly inZone: number;
  readonly ejectable: number;
  /** A number in words. */
  readonly requests: string;
}

export type Messages = typeof en;
