import { useCallback } from 'react';
import { lookUp } from '../../i18n/translate';
import { useSession } from '../../stores/session';

/** The text of a history step's label, which is a message key or plain text. */
export function useStepLabel(): (label: string) => string {
  const language = useSession((session) => session.language);
  return useCallback((label) => lookUp(language, label) ?? label, [language]);
}
