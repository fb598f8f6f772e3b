import type { Catalog } from '../../catalog/catalog';
import type { Design } from '../../design/schema';
import type { Evaluation, Hop } from '../../evaluation';
import type { DetailMessages } from './messages/messages';

export interface DetailInput {
  readonly evaluation: Evaluation;
  readonly design: Design;
  readonly catalog: Catalog;
  readonly text: DetailMessages;
  readonly hopsByLine: ReadonlyMap<string, readonly Hop[]>;
}
