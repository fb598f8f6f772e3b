import { useSession } from '../stores/session';
import type { Language } from './language';
import { loadMessages } from './messages/messages';

/** Shows the page in a language, once its texts are there. */
export async function changeLanguage(language: Language): Promise<void> {
  await loadMessages(language);
  useSession.setState({ language });
}
