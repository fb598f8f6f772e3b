import type { Command } from './command';
import { alternativesCommand } from './commands/alternatives';
import { autoscaleCommand } from './commands/autoscale';
import { availabilityCommand } from './commands/availability';
import { checkCommand } from './commands/check';
import { clusterCommand } from './commands/cluster';
import { costCommand } from './commands/cost';
import { descheduleCommand } from './commands/deschedule';
import { drawsCommand } from './commands/draws';
import { evaluateCommand } from './commands/evaluate';
import { exportCommand } from './commands/export';
import { failuresCommand } from './commands/failures';
import { greyCommand } from './commands/grey';
import { hpaCommand } from './commands/hpa';
import { laterCommand } from './commands/later';
import { localityCommand } from './commands/locality';
import { maintainCommand } from './commands/maintain';
import { routeCommand } from './commands/route';
import { scheduleCommand } from './commands/schedule';
import { templatesCommand } from './commands/templates';
import { variantsCommand } from './commands/variants';
import { walkCommand } from './commands/walk';
import { whyCommand } from './commands/why';

/** Every command, in the order of the overview. */
export const commands: readonly Command[] = [
  templatesCommand,
  evaluateCommand,
  checkCommand,
  exportCommand,
  whyCommand,
  costCommand,
  drawsCommand,
  walkCommand,
  alternativesCommand,
  variantsCommand,
  hpaCommand,
  failuresCommand,
  greyCommand,
  availabilityCommand,
  maintainCommand,
  clusterCommand,
  scheduleCommand,
  routeCommand,
  autoscaleCommand,
  descheduleCommand,
  localityCommand,
  laterCommand('import', 'a design from a cluster dump, manifests or Terraform', 'FILE... --out DESIGN'),
  laterCommand('diff', 'what differs between two designs, and what it means', 'A B'),
];
