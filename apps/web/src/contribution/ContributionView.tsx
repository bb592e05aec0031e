import { useState, type ReactNode } from 'react';
import { Button } from '../kit/Button';
import { Link } from '../kit/Link';
import { useWords } from '../lib/words';
import { Authors, namesOf } from './Authors';
import type { ContributionShown } from './contributionFields';
import { Knowing } from './Knowing';
import { MediaShown } from './MediaShown';
import { PassageShown } from './PassageShown';
import { Source } from './Source';
import { TacitMark } from './TacitMark';
import { Telling } from './Telling';
import { Written } from './Written';
import './contribution.css';

const long = 600;

/** A contribution as everyone sees it. In a list it leads to its own page and long texts are folded. */
export function ContributionView({ shown, alone = false, children }: { shown: ContributionShown; alone?: boolean; children?: ReactNode }) {
  const { t, day } = useWords();
  if (shown.state === 'WITHDRAWN') return <Withdrawn shown={shown} />;
  return (
    <article className="contribution" aria-label={t('contribution.one.title')}>
      {shown.proposal ? <p className="mark">{t('contribution.one.proposal')}</p> : null}
      {shown.tacit ? <TacitMark names={namesOf(shown)} told={shown.telling !== null} /> : null}
      {shown.passage ? <PassageShown {...shown.passage} /> : null}
      {shown.text ? <Text text={shown.text} language={shown.language} whole={alone} /> : null}
      {shown.telling ? <Telling telling={shown.telling} language={shown.language} /> : null}
      <MediaShown media={shown.media} />
      <Knowing kinds={shown.kinds} howKnown={shown.howKnown} />
      <Authors shown={shown} />
      <Approval shown={shown} />
      <Source url={shown.sourceUrl} text={shown.sourceText} />
      <p className="soft small">
        {t('contribution.one.given', { day: day(shown.givenAt) })}
        {shown.correctedAt ? ` · ${t('contribution.one.corrected', { day: day(shown.correctedAt) })}` : null}
        {shown.invented ? ` · ${t('contribution.one.invented')}` : null}
      </p>
      {alone ? null : (
        <p>
          <Link to={`/c/${shown.id}`} aria-label={`${t('contribution.one.open')}: ${(shown.text || namesOf(shown).join(', ')).slice(0, 60)}`}>
            {t('contribution.one.open')}
          </Link>
        </p>
      )}
      {children}
    </article>
  );
}

function Text({ text, language, whole }: { text: string; language: string | null; whole: boolean }) {
  const { t } = useWords();
  const [open, setOpen] = useState(whole);
  if (text.length <= long || whole) return <Written text={text} language={language} className="prose said-words" />;
  return (
    <>
      <Written text={open ? text : `${text.slice(0, long).trimEnd()}…`} language={language} className="prose said-words" />
      <Button kind="plain" className="fold" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? t('contribution.one.less') : t('contribution.one.more')}
      </Button>
    </>
  );
}

function Approval({ shown }: { shown: ContributionShown }) {
  const { t } = useWords();
  if (shown.approval === 'NOT_NEEDED') return null;
  const waits = shown.approval === 'NOT_YET';
  const said = shown.tacit ? (waits ? 'contribution.one.notConfirmed' : 'contribution.one.confirmed') : waits ? 'contribution.one.notApproved' : 'contribution.one.approved';
  return <p className={waits ? 'mark mark-open' : 'mark'}>{t(said)}</p>;
}

function Withdrawn({ shown }: { shown: ContributionShown }) {
  const { t, day } = useWords();
  return (
    <article className="contribution contribution-withdrawn" aria-label={t('contribution.one.title')}>
      <p>{t('contribution.one.withdrawn')}</p>
      {shown.withdrawnAt ? <p className="soft small">{t('contribution.one.withdrawnAt', { day: day(shown.withdrawnAt) })}</p> : null}
    </article>
  );
}
