import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useWords } from '../lib/words';

/** Gives React Aria's parts the reader's language. Only imported where those parts are. */
export function Aria({ children }: { children: ReactNode }) {
  const { locale } = useWords();
  return <I18nProvider locale={locale}>{children}</I18nProvider>;
}
