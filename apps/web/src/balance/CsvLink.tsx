import { Button } from '../kit/Button';
import { useWords } from '../lib/words';
import { balanceCsv } from './csv';
import type { Row } from './rows';

/** Hands over the numbers as a file, all of them, also those not shown yet. */
export function CsvLink({ allianceName, parts }: { allianceName: string; parts: readonly { readonly part: string; readonly rows: readonly Row[] }[] }) {
  const words = useWords();
  const { t } = words;
  function save() {
    const url = URL.createObjectURL(new Blob([balanceCsv(parts, words)], { type: 'text/csv;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = `${t('balance.csvName')} ${allianceName.replace(/[\\/:*?"<>|]/g, ' ').trim()}.csv`;
    link.click();
    // Some browsers begin to read the file only after the click is over.
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }
  return (
    <p>
      <Button onClick={save}>{t('balance.csv')}</Button>
    </p>
  );
}
