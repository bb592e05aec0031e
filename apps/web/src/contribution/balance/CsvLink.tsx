import { useWords } from '../../lib/words';
import { balanceFilter, type Selection } from './selection';

/** The same numbers as a file that spreadsheets open, narrowed as the screen is. */
export function CsvLink({ allianceId, selection }: { allianceId: string; selection: Selection }) {
  const { t, language } = useWords();
  const { framingId, ...narrowed } = balanceFilter(selection);
  const said = new URLSearchParams({ alliance: allianceId, language });
  if (framingId) said.set('framing', framingId);
  for (const [name, value] of Object.entries(narrowed)) if (value) said.set(name, value);
  return (
    <p>
      <a className="button button-quiet" href={`/balance.csv?${said}`} download>
        {t('balance.csv')}
      </a>
    </p>
  );
}
