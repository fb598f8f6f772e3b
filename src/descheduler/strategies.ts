import { highNodeUtilization } from './strategies/highNodeUtilization';
import { lowNodeUtilization } from './strategies/lowNodeUtilization';
import { removeDuplicates } from './strategies/removeDuplicates';
import { removePodsViolatingInterPodAntiAffinity } from './strategies/removePodsViolatingInterPodAntiAffinity';
import { removePodsViolatingNodeAffinity } from './strategies/removePodsViolatingNodeAffinity';
import { removePodsViolatingNodeTaints } from './strategies/removePodsViolatingNodeTaints';
import { removePodsViolatingTopologySpreadConstraint } from './strategies/removePodsViolatingTopologySpreadConstraint';
import type { Strategy } from './strategy';

/** Every strategy that is predicted; a policy says which run, and in which order. */
export const strategies: readonly Strategy[] = [
  removeDuplicates,
  removePodsViolatingTopologySpreadConstraint,
  removePodsViolatingInterPodAntiAffinity,
  removePodsViolatingNodeAffinity,
  removePodsViolatingNodeTaints,
  lowNodeUtilization,
  highNodeUtilization,
];
