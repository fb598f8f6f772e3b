import { createPortal } from 'react-dom';
import type { Traffic } from '#engine/evaluation';
import { pathEn } from '../i18n/messages/path.en';
import { pathKo } from '../i18n/messages/path.ko';
import { ownTexts } from '../i18n/ownTexts';
import { useFormat } from '../i18n/format';
import { nameOfId } from '../panels/shared/entityName';
import { useDocument } from '../stores/document';
import { useEvaluation } from '../stores/evaluation';
import type { BoardPath } from './paths';
import styles from './PathCard.module.css';
import { usePathUnder } from './usePathUnder';

const usePathT = ownTexts({ en: pathEn, ko: pathKo });

/** Beside a pointer that rests on a line: who sends what along it, and with which probability it goes where. */
export function PathCard({ paths, svg }: { readonly paths: readonly BoardPath[]; readonly svg: SVGSVGElement }) {
  const under = usePathUnder(paths, svg);
  const traffic = useEvaluation((state) => (state.aftermath ?? state.evaluation)?.traffic);
  if (under === null || under.path.carries === null || traffic === undefined) return null;
  const { carries } = under.path;
  const isRight = under.x > window.innerWidth / 2;
  // The gap to the pointer, px.
  const place = { top: under.y + 14, ...(isRight ? { right: window.innerWidth - under.x + 14 } : { left: under.x + 14 }) };
  return createPortal(
    <div className={styles.card} style={place} aria-hidden="true">
      {'link' in carries ? <OfLink id={carries.link} hops={traffic.hops} /> : <ToNode carries={carries} services={traffic.services} />}
    </div>,
    document.body,
  );
}

/** Every kind of hop from zone to zone, with the part of the link's requests that takes it. */
function OfLink({ id, hops }: { readonly id: string; readonly hops: Traffic['hops'] }) {
  const say = usePathT();
  const format = useFormat();
  const design = useDocument((state) => state.design);
  const link = design.links.find((each) => each.id === id);
  if (link === undefined) return null;
  const own = hops.filter((hop) => hop.link === id);
  return (
    <>
      <strong>
        {nameOfId(design, link.from)} → {nameOfId(design, link.to)}
      </strong>
      <p>{say('path.sends', { rate: format.number(link.requestsPerSecond, 1), there: format.bytes(link.requestBytes), back: format.bytes(link.responseBytes) })}</p>
      <ul>
        {own.map(({ kind, from, to, requestsPerSecond }) => (
          <li key={`${kind} ${from} ${to}`}>
            <b>{format.percent(link.requestsPerSecond === 0 ? 0 : requestsPerSecond / link.requestsPerSecond)}</b> {say(`path.${kind}`)}: {from} → {to}
          </li>
        ))}
      </ul>
      {own.length === 0 && <p>{say('path.nothing')}</p>}
    </>
  );
}

function ToNode({ carries, services }: { readonly carries: { readonly service: string; readonly node: string }; readonly services: Traffic['services'] }) {
  const say = usePathT();
  const format = useFormat();
  const podsOn = useEvaluation((state) => (state.aftermath === null ? state.evaluation?.placement.pods : state.aftermath.pods)) ?? [];
  const service = services.find((each) => each.service === carries.service);
  if (service === undefined) return null;
  const pods = podsOn.filter(({ node, pod }) => node === carries.node && (service.podShares[pod] ?? 0) > 0);
  return (
    <>
      <strong>
        {service.name} → {carries.node}
      </strong>
      <p>{say('path.share', { share: format.percent(service.nodeShares[carries.node] ?? 0) })}</p>
      <ul>
        {pods.map(({ pod }) => (
          <li key={pod}>
            <b>{format.percent(service.podShares[pod] ?? 0)}</b> {pod}
          </li>
        ))}
      </ul>
    </>
  );
}
