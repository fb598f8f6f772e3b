import type { Catalog } from '../catalog/catalog';
import type { Design } from '../design/schema';
import type { Alternative, ServiceAlternatives } from './alternative';
import { alternativeKinds } from './alternativeKinds';
import { changesFrom } from './changes';
import { figuresOf } from './figures';
import type { Messages } from './messages/en';
import { subjectOf } from './subject';
import { trialOf } from './trial';

/*
 * What else a Service could be, and what each alternative means:
 *
 *   design, Service ─> subject ─> alternativeKinds ─> Proposal (an Edit), … ─> figures ─> ServiceAlternatives
 *                      (what decides which fields    (only those that apply)   (the edited design, placed, routed,
 *                       play a part in its traffic)                             charged, and every zone lost once)
 *
 * One after the other, so that it can be stopped and followed. Source of what applies: kubernetes/kubernetes
 * pkg/proxy/topology.go, the AWS Load Balancer Controller's guide.
 */

/** Answers today's figures first, then each alternative; nothing where the id is no Service's. */
export function* alternativesOf(design: Design, catalog: Catalog, service: string, say: Messages): Generator<ServiceAlternatives & { readonly wanted: number }, void> {
  const trial = trialOf(design, catalog);
  const subject = subjectOf(trial.baseline, service);
  const today = figuresOf(trial.baseline, service)?.figures;
  if (subject === null || today === undefined) return;
  const proposals = alternativeKinds.flatMap((kind) => kind.propose(subject).map((proposal) => ({ ...proposal, field: kind.field })));
  const { name } = today.traffic;
  const alternatives: Alternative[] = [];
  const soFar = () => ({ service, name, today, alternatives: [...alternatives], wanted: proposals.length });
  yield soFar();
  for (const { field, id, label, edit } of proposals) {
    const figures = trial.with(edit, service)?.figures;
    if (figures === undefined) continue;
    alternatives.push({ field, id, label: label(say), edit, figures, changes: changesFrom(today, figures) });
    yield soFar();
  }
}
