import { Button } from '../kit/Button';
import { Link } from '../kit/Link';
import { say } from '../kit/Notice';
import { Bones } from '../kit/Page';
import { Refusal } from '../kit/Refusal';
import { TextField } from '../kit/TextField';
import { graphql, useAsk, useDo } from '../lib/graph';
import { useWords } from '../lib/words';
import { EmailInviting } from './EmailInviting';
import { QrCode } from '../kit/QrCode';
import './inviting.css';

const Invitations = graphql(`
  query Invitations($id: ID!) {
    alliance(id: $id) { id invitations { id way code url email uses expiresAt qr { size path } } }
  }
`);
const MakeInvitation = graphql(`
  mutation MakeInvitation($allianceId: ID!, $language: Language) {
    makeInvitation(allianceId: $allianceId, language: $language) { id code url }
  }
`);
const Revoke = graphql(`
  mutation RevokeInvitation($id: ID!) {
    revokeInvitation(id: $id) { id }
  }
`);

/** A link with its code, QR code and poster; letters by e-mail; and what still leads here, which can be ended. */
export function Inviting({ id }: { id: string }) {
  const { t, language } = useWords();
  const { data, busy, no } = useAsk(Invitations, { id });
  const make = useDo(MakeInvitation);
  const revoke = useDo(Revoke);
  if (busy) return <Bones />;
  const all = data?.alliance?.invitations ?? [];
  const link = all.find(({ way }) => way === 'LINK');
  const letters = all.filter(({ way }) => way === 'EMAIL');
  const end = (invitation: string) =>
    void revoke.do({ id: invitation }).then((answer) => {
      if (answer !== null) say(t('core.invitation-ended'));
    });
  return (
    <div className="stack">
      <Refusal no={no ?? make.no ?? revoke.no} />
      {link === undefined ? (
        <div className="stack-tight">
          <p>{t('core.link-how')}</p>
          <div>
            <Button kind="main" busy={make.busy} onClick={() => void make.do({ allianceId: id, language })}>
              {t('core.link-make')}
            </Button>
          </div>
        </div>
      ) : (
        <div className="invitation">
          <QrCode qr={link.qr} label={t('core.qr', { url: link.url })} />
          <div className="stack-tight">
            <p>{t('core.link-use')}</p>
            <p className="invitation-code">{`${link.code.slice(0, 4)} ${link.code.slice(4)}`}</p>
            <TextField label={t('core.link')} value={link.url} onChange={() => undefined} readOnly dir="ltr" onFocus={(event) => event.currentTarget.select()} />
            <div className="row">
              <Button
                onClick={() =>
                  void navigator.clipboard
                    .writeText(link.url)
                    .then(() => say(t('core.copied')))
                    .catch(() => say(t('core.not-copied')))
                }
              >
                {t('core.copy')}
              </Button>
              <Link to={`/a/${id}/poster/${link.code}`} as="quiet">
                {t('core.poster')}
              </Link>
              <Button kind="plain" busy={revoke.busy} onClick={() => end(link.id)}>
                {t('core.link-end')}
              </Button>
            </div>
          </div>
        </div>
      )}
      <EmailInviting id={id} />
      {letters.length === 0 ? null : (
        <section className="stack-tight" aria-labelledby="letters">
          <h3 id="letters">{t('core.invited-by-email')}</h3>
          <ul className="stack-tight">
            {letters.map((letter) => (
              <li key={letter.id} className="row">
                <span dir="ltr">{letter.email}</span>
                <Button kind="plain" busy={revoke.busy} onClick={() => end(letter.id)}>
                  {t('core.invitation-end')}
                  <span className="unseen">: {letter.email}</span>
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
