import type { Plugin } from 'vite';

/** react-aria's own texts (what a screen reader hears of a list box, say) come in 34 languages: only the page's are kept. */
export function reactAriaLanguages(locales: readonly string[]): Plugin {
  return {
    name: 'react-aria-languages',
    apply: 'build',
    enforce: 'pre',
    load: {
      filter: { id: /[/\\](?:react-aria|react-aria-components|react-stately)[/\\].*[/\\]intl[/\\].*[/\\]?[a-z]{2}-[A-Z]{2}\.mjs$/ },
      handler: (id) => {
        const locale = /([a-z]{2}-[A-Z]{2})\.mjs$/.exec(id)?.[1];
        return locale === undefined || locales.includes(locale) ? null : 'export default {};';
      },
    },
  };
}
