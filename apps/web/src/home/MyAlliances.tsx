import { Empty } from '../kit/Empty';
import { Bones } from '../kit/Page';
import { graphql, useAsk } from '../lib/graph';
import { useWords, type WordKey } from '../lib/words';
import { AllianceLine } from './AllianceLine';

const Mine = graphql(`
  query MyAlliances {
    me { id participations { id standing alliance { id name problems { id sentence } } } }
  }
`);

const notes: Partial<Record<string, WordKey>> = { INVITED: 'home.invited', ASKED: 'home.asked', LATER: 'home.later' };

/** The alliances I take part in, was invited to or asked to join. */
export function MyAlliances() {
  const { t } = useWords();
  const { data } = useAsk(Mine, {});
  const shown = data?.me?.participations.filter(({ standing }) => standing === 'TAKES_PART' || standing in notes) ?? [];
  return (
    <section className="stack" aria-labelledby="mine">
      <h2 id="mine">{t('home.mine')}</h2>
      {data === undefined ? <Bones /> : null}
      {data !== undefined && shown.length === 0 ? <Empty text={t('home.mine-none')} /> : null}
      <ul className="alliance-list">
        {shown.map(({ id, standing, alliance }) => {
          const note = notes[standing];
          return (
            <li key={id}>
              <AllianceLine alliance={alliance} note={note === undefined ? undefined : t(note)} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
