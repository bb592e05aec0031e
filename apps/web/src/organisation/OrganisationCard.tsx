import { lazy, Suspense, useId, useState } from 'react';
import { Button } from '../kit/Button';
import { focusOn } from '../kit/focusOn';
import { Link } from '../kit/Link';
import { Bones } from '../kit/Page';
import { Refusal } from '../kit/Refusal';
import { graphql, useAsk } from '../lib/graph';
import { may } from '../lib/rights';
import { useWords } from '../lib/words';
import { RenameOrganisation } from './RenameOrganisation';
import './organisation.css';

const MergeOrganisation = lazy(() => import('./MergeOrganisation').then((m) => ({ default: m.MergeOrganisation })));

const One = graphql(`
  query Organisation($id: ID!) {
    organisation(id: $id) {
      id name
      parent { id name }
      departments { id name }
      earlierNames { name until }
      merged { id name }
      alliances { id name }
      rights { verb may whyNot }
    }
  }
`);

/** One organisation: its name, and when opened its departments, earlier names, alliances and what one can do. */
export function OrganisationCard({ id, known, open = false }: { id: string; known?: { name: string; parent: { name: string } | null }; open?: boolean }) {
  const { t } = useWords();
  const [opened, setOpened] = useState(open);
  return (
    <details className="organisation" open={opened} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>
        {known === undefined ? (
          t('organisation.one')
        ) : (
          <span>
            <bdi>{known.name}</bdi>
            {known.parent === null ? null : <span className="small soft"> {t('core.part-of', { name: known.parent.name })}</span>}
          </span>
        )}
      </summary>
      {opened ? <Inside id={id} /> : null}
    </details>
  );
}

function Inside({ id }: { id: string }) {
  const { t, day } = useWords();
  const { data, busy, no } = useAsk(One, { id });
  const inside = useId();
  const [doing, setDoing] = useState<'rename' | 'merge' | null>(null);
  const begin = (act: 'rename' | 'merge') => {
    setDoing(act);
    focusOn(`[id='${inside}'] input`);
  };
  if (busy) return <Bones />;
  const one = data?.organisation ?? null;
  if (one === null) return no === undefined ? <p>{t('organisation.gone')}</p> : <Refusal no={no} />;
  return (
    <div className="stack organisation-inside" id={inside}>
      {one.parent === null ? null : <p>{t('organisation.part-of', { name: one.parent.name })}</p>}
      <Names title={t('organisation.departments')} names={one.departments.map(({ name }) => name)} />
      <Names title={t('organisation.earlier')} names={one.earlierNames.map(({ name, until }) => t('organisation.until', { name, day: day(until) }))} />
      <Names title={t('organisation.merged')} names={one.merged.map(({ name }) => name)} />
      {one.alliances.length === 0 ? (
        <p className="soft">{t('organisation.no-alliances')}</p>
      ) : (
        <div className="stack-tight">
          <h2 className="organisation-heading">{t('organisation.alliances')}</h2>
          <ul>
            {one.alliances.map((alliance) => (
              <li key={alliance.id}>
                <Link to={`/a/${alliance.id}`} dir="auto">
                  {alliance.name}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="row">
        {may(one.rights, 'organisation.rename') ? <Button onClick={() => begin('rename')}>{t('organisation.rename')}</Button> : null}
        {may(one.rights, 'organisation.merge') ? <Button onClick={() => begin('merge')}>{t('organisation.merge')}</Button> : null}
      </div>
      {doing === 'rename' ? <RenameOrganisation id={one.id} name={one.name} onDone={() => setDoing(null)} /> : null}
      {doing === 'merge' ? (
        <Suspense fallback={<Bones />}>
          <MergeOrganisation id={one.id} name={one.name} onDone={() => setDoing(null)} />
        </Suspense>
      ) : null}
    </div>
  );
}

function Names({ title, names }: { title: string; names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <div className="stack-tight">
      <h2 className="organisation-heading">{title}</h2>
      <ul>
        {names.map((name) => (
          <li key={name} dir="auto">
            {name}
          </li>
        ))}
      </ul>
    </div>
  );
}
