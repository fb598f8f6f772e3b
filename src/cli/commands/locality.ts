import { localityCase } from '../../istio/localityCase';
import { answerCase } from '../answerCase';
import { noMorePositionals, type Command } from '../command';
import { InputError } from '../io';

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
  options: { case: { type: 'string' } },
  run: (args) => {
    noMorePositionals(args, 0);
    const path = args.text('case');
    if (path === undefined) throw new InputError('expected --case FILE');
    return answerCase(path, (value, place) => {
      const answer = localityCase(value);
      if (!answer.ok) throw new InputError(`${place}: ${answer.error.path}${answer.error.path === '' ? '' : ': '}${answer.error.message}`);
      return answer.value;
    });
  },
};
