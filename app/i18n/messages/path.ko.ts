import type { pathEn } from './path.en';

export const pathKo = {
  'path.sends': '초당 요청 {rate}개, 요청마다 {there} 보내고 {back} 받음',
  'path.share': '이 Service 요청의 {share}',
  'path.nothing': '아무것도 도달하지 못합니다.',
  'path.client-lb': '클라이언트에서 로드 밸런서로',
  'path.pod-lb': '파드에서 로드 밸런서로',
  'path.client-node': '클라이언트에서 노드로',
  'path.lb-node': '로드 밸런서에서 노드로',
  'path.lb-pod': '로드 밸런서에서 파드로',
  'path.node-pod': '노드에서 다른 노드의 파드로',
  'path.pod-pod': '파드에서 다른 노드의 파드로',
  'path.pod-database': '파드에서 데이터베이스로',
  'path.pod-fileSystem': '파드에서 마운트 타깃으로',
  'path.pod-nat': '파드에서 NAT 게이트웨이로',
  'path.nat-internet': 'NAT 게이트웨이에서 인터넷으로',
} as const satisfies Readonly<Record<keyof typeof pathEn, string>>;
