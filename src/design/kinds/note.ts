import { z } from 'zod';
import { id, reference, text } from '../fields';
import { defineKind } from './kind';

/** Free text for people, on the board or inside another entity. It changes nothing that is evaluated. */
export const note = defineKind({
  kind: 'note',
  schema: z.strictObject({
    id,
    kind: z.literal('note'),
    text: text.default(''),
    /** The entity it is pinned to. */
    on: reference().optional(),
  }),
  idPrefix: 'note',
  lane: 'free',
  span: 'region',
  initial: {},
});
