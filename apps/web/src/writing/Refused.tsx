import { useEffect, useRef, useState } from 'react';
import { Button } from '../kit/Button';
import { Link } from '../kit/Link';
import { useWords } from '../lib/words';
import { plainOf } from './plainOf';
import type { WritingNo } from './refusalIn';
import type { Room } from './room';
import { forget } from './rooms';

/** Why the server did not take what was written, and the ways on. The text stays where it is. `first`: it is brought before one's eyes. */
export function Refused({ room, no, first }: { room: Room; no: WritingNo; first: boolean | undefined }) {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  const [sure, setSure] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (first) box.current?.focus();
  }, [first]);
  return (
        <div className="refusal stack-tight" id="desk-no" tabIndex={-1} ref={box}>
          <p>{t(`writing.no.${no}`)}</p>
          <div className="row">
            {no === 'strange' ? (
              <Button onClick={() => location.reload()}>{t('core.reload')}</Button>
            ) : (
              <Button onClick={() => room.again()}>{t('writing.no.again')}</Button>
            )}
            {no === 'noSession' ? (
              <Link as="quiet" to={`/sign-in?to=${encodeURIComponent(location.pathname)}`}>
                {t('core.step-in')}
              </Link>
            ) : null}
            <Button
              onClick={() => {
                void navigator.clipboard?.writeText(plainOf(room.doc)).then(() => setCopied(true));
              }}
            >
              {copied ? t('writing.no.copied') : t('writing.no.copy')}
            </Button>
            {no === 'strange' ? null : sure ? (
              <Button kind="grave" onClick={() => void forget(room).then(() => location.reload())}>
                {t('writing.no.forgetSure')}
              </Button>
            ) : (
              <Button kind="plain" onClick={() => setSure(true)}>
                {t('writing.no.forget')}
              </Button>
            )}
          </div>
        </div>
  );
}
