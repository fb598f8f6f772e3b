import { messagesIn } from '#engine/maintenance/languages';
import type { Messages } from '#engine/maintenance/messages/en';
import { useSession } from '../../stores/session';

/** The engine's words on planned work, in the language on screen. */
export function useWords(): Messages {
  return messagesIn(useSession((session) => session.language));
}
