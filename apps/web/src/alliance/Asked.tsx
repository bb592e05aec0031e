import { Button } from '../kit/Button';
import { PersonName } from '../kit/PersonName';
import { say } from '../kit/Notice';
import { Refusal } from '../kit/Refusal';
import { graphql, useDo } from '../lib/graph';
import { may } from '../lib/rights';
import { useWords } from '../lib/words';
import type { Structure } from './structureQuery';

const Admit = graphql(`
  mutation Admit($participationId: ID!) {
    admit(participationId: $participationId) { id standing }
  }
`);

/** Those who asked to take part. Anyone who takes part may let them in, and everyone sees who did. */
export function Asked({ asked }: { asked: Structure['asked'] }) {
  const { t, day } = useWords();
  const admit = useDo(Admit);
  if (asked.length === 0) return null;
  return (
    <section className="stack-tight rule" aria-labelledby="asked">
      <h2 id="asked">{t('alliance.asked-title', { n: asked.length })}</h2>
      <Refusal no={admit.no} />
      <ul className="lines">
        {asked.map(({ id, actor, reason, since, rights }) => (
          <li key={id} className="stack-tight">
            <p>
              <PersonName actor={actor} /> <span className="small soft">{day(since)}</span>
            </p>
            {reason === '' ? null : <p dir="auto">{reason}</p>}
            {may(rights, 'participation.admit') ? (
              <div>
                <Button
                  busy={admit.busy}
                  onClick={() =>
                    void admit.do({ participationId: id }).then((answer) => {
                      if (answer !== null) say(t('alliance.admitted', { name: actor.name }));
                    })
                  }
                >
                  {t('alliance.admit', { name: actor.name })}
                </Button>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
