import type { AskingStanding } from '@samsyn/domain/rights/rights';
import { everyStanding, summaries, type Summary } from '@samsyn/domain/rights/summary';
import { useWords, type WordKey, type Words } from '../lib/words';

const rows = summaries();

/** Every act of the table of rights, in words: who may, and on what it depends. */
export function Acts() {
  const words = useWords();
  const { t, list } = words;
  return (
    <dl className="equal-acts">
      {rows.map((row) => {
        const [open, closed] = [whoMay(row.who.OPEN, words), whoMay(row.who.CLOSED, words)];
        const only = [...(row.whose === 'OWN' ? [t('equal.own')] : row.whose === 'OTHERS' ? [t('equal.not-own')] : []), ...(row.stateful ? [t('equal.state')] : [])];
        return (
          <div key={row.verb}>
            <dt>{t(`equal.act-${row.verb.replace('.', '_')}` as WordKey)}</dt>
            <dd>
              {open}
              {closed === open ? null : <>. {t('equal.closed', { who: closed })}</>}
              {only.length === 0 ? null : <span className="soft"> ({list(only)})</span>}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

const sets: readonly [WordKey, (standing: AskingStanding) => boolean][] = [
  ['equal.everyone', () => true],
  ['equal.stepped-in', (one) => one !== 'NOBODY'],
  ['equal.takes-part', (one) => one === 'TAKES_PART'],
  ['equal.taking-or-left', (one) => one === 'TAKES_PART' || one === 'LEFT'],
  ['equal.others', (one) => one !== 'TAKES_PART'],
  ['equal.waiting', (one) => one === 'INVITED' || one === 'ASKED' || one === 'LATER'],
  ['equal.invited', (one) => one === 'INVITED' || one === 'LATER' || one === 'DECLINED'],
  ['equal.nobody', () => false],
];

/** Who may, in as few words as there are for them; else each standing by itself. */
function whoMay(who: Summary['who']['OPEN'], { t, list }: Words): string {
  const found = sets.find(([, holds]) => everyStanding.every((one) => holds(one) === who.includes(one)));
  return found === undefined ? t('equal.some', { standings: list(who.map((one) => t(`equal.standing-${one}`))) }) : t(found[0]);
}
