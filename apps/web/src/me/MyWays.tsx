import { useState } from 'react';
import { Button } from '../kit/Button';
import { focusOn } from '../kit/focusOn';
import { say } from '../kit/Notice';
import { Refusal } from '../kit/Refusal';
import { graphql, useAsk, useDo, type ResultOf } from '../lib/graph';
import { useWords } from '../lib/words';
import { OrganisationWay } from '../session/OrganisationWay';
import { CardShown, MakeCard } from '../session/CardShown';
import { MySessions } from './MySessions';
import { Removing } from './Removing';

const Ways = graphql(`
  query MyWays {
    myWays { cardMadeAt email organisations { id issuer since } sessions { id device begunAt usedAt here } }
  }
`);
const RemoveCard = graphql(`mutation RemoveCard($sure: Boolean!) { removeCard(sure: $sure) { cardMadeAt } }`);
const RemoveOrganisation = graphql(`mutation RemoveOrganisation($id: ID!, $sure: Boolean!) { removeOrganisationSignIn(id: $id, sure: $sure) { email } }`);
const RemoveEmail = graphql(`mutation RemoveEmail($sure: Boolean!) { removeEmail(sure: $sure) { email } }`);

/** How I come back from another device, and where I am in. Nobody else sees it. */
export function MyWays() {
  const { t, day, language } = useWords();
  const { data, no } = useAsk(Ways, {});
  const make = useDo(MakeCard);
  const [card, setCard] = useState<ResultOf<typeof MakeCard>['makeCard'] | null>(null);
  const ways = data?.myWays;
  if (!ways) return <Refusal no={no} />;
  const madeAt = ways.cardMadeAt;
  return (
    <>
      <section className="stack-tight rule" aria-labelledby="ways">
        <h2 id="ways">{t('ways.title')}</h2>
        <p className="soft">{t('ways.how')}</p>
        <ul className="lines">
          <li className="stack-tight">
            <h3>{t('ways.card')}</h3>
            <p>{madeAt === null ? t('ways.card-none') : t('ways.card-made', { day: day(madeAt) })}</p>
            {card === null ? null : (
              <div id="card" tabIndex={-1} className="stack-tight">
                <p>{t('ways.card-once')}</p>
                <CardShown card={card} />
              </div>
            )}
            <Refusal no={make.no} />
            <div className="row">
              <Button
                busy={make.busy}
                onClick={() =>
                  void make.do({ language }).then((answer) => {
                    if (answer === null) return;
                    setCard(answer.makeCard);
                    focusOn('#card');
                  })
                }
              >
                {t(madeAt === null ? 'ways.card-make' : 'ways.card-anew')}
              </Button>
              {madeAt === null ? null : (
                <Removing
                  act={RemoveCard}
                  press={t('ways.card-remove')}
                  onDone={() => {
                    setCard(null);
                    say(t('ways.removed'));
                    focusOn('#ways');
                  }}
                />
              )}
            </div>
          </li>
          {ways.email === null ? null : (
            <li className="stack-tight">
              <h3>{t('ways.email')}</h3>
              <p>
                <bdi>{ways.email}</bdi>
              </p>
              <Removing act={RemoveEmail} press={t('ways.email-remove')} onDone={() => say(t('ways.removed'))} />
            </li>
          )}
          {ways.organisations.map((one) => (
            <li key={one.id} className="stack-tight">
              <h3>{t('ways.organisation')}</h3>
              <p>
                <bdi>{new URL(one.issuer).host}</bdi> {t('ways.organisation-since', { day: day(one.since) })}
              </p>
              <Removing act={RemoveOrganisation} with={{ id: one.id }} press={t('ways.organisation-remove')} onDone={() => say(t('ways.removed'))} />
            </li>
          ))}
        </ul>
        <OrganisationWay />
      </section>
      <MySessions sessions={ways.sessions} />
    </>
  );
}
