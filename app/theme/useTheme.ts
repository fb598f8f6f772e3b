import { useEffect } from 'react';
import { useSession } from '../stores/session';

const darkQuery = '(prefers-color-scheme: dark)';

/** Puts the theme and the language on the root element, where style sheets and screen readers find them. */
export function useTheme(): void {
  const theme = useSession((session) => session.theme);
  const language = useSession((session) => session.language);

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  useEffect(() => {
    const query = window.matchMedia(darkQuery);
    const apply = () => {
      document.documentElement.dataset['theme'] = theme === 'system' ? (query.matches ? 'dark' : 'light') : theme;
    };
    apply();
    query.addEventListener('change', apply);
    return () => query.removeEventListener('change', apply);
  }, [theme]);
}
