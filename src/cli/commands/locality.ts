import { localityCase } from '../../istio/localityCase';
import { answerCase, caseOptions } from '../answerCase';
import type { Command } from '../command';

export const localityCommand: Command = {
  name: 'locality',
  summary: 'how Istio shares a client’s requests among localities, by its DestinationRule',
  usage: '--case FILE',
  help: [
    '--case FILE   {"proxy", "destinationRule"?, "endpoints", "trafficDistribution"?, "sendUnready"?}, JSON or YAML; .ndjson = one a line; .gz; - = standard input',
    '              proxy: {locality: "region/zone/subzone", node, labels}; destinationRule: as kubectl prints it, for the service web in default, port 80',
    '              endpoints: {name, locality, node, labels, weight, healthy: true|false, ejected}; sendUnready: false = as Istio up to 1.30',
    'The answer is what istiod sends the client’s sidecar (pilot), and how Envoy shares requests (computed), as of Istio 1.31.',
  ],
  options: caseOptions,
  run: (args) => answerCase(args, localityCase),
};
