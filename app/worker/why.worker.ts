import { expose } from 'comlink';
import type { Design } from '#engine/design/schema';
import { explainPlacement } from '#engine/explanation/explainPlacement';
import type { Explanation, Relaxations } from '#engine/explanation/explanation';
import { relaxationsFor } from '#engine/explanation/relaxations/relaxationsFor';
import type { Language } from '../i18n/language';
import type { Scenario } from '../stores/session';
import { catalogOf } from './catalogOf';

/** What the page asks about one pod. */
export interface Question {
  readonly design: Design;
  /** `namespace/name` */
  readonly pod: string;
  readonly loss: Scenario;
  readonly language: Language;
}

/** To give a question up is to end the worker. */
export interface Explainer {
  readonly explain: (question: Question) => Promise<Explanation | null>;
  /** What would let the pod run; takes a placement for each change that is tried. */
  readonly relax: (question: Question) => Promise<Relaxations>;
}

const explainer: Explainer = {
  explain: async ({ design, pod, loss, language }) => explainPlacement(design, await catalogOf(design), pod, { loss, language }),
  relax: async ({ design, pod, loss, language }) => relaxationsFor(design, await catalogOf(design), pod, { loss, language }),
};

expose(explainer);
