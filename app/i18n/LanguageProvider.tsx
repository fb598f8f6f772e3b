import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useSession } from '../stores/session';
import { localeOf } from './language';

/** Gives the widgets the language of the page, not the browser's: their spoken texts, and how numbers are read. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const language = useSession((session) => session.language);
  return <I18nProvider locale={localeOf[language]}>{children}</I18nProvider>;
}
