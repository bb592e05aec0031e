import { Button } from '../kit/Button';
import { useAsk } from '../lib/graph';
import { may } from '../lib/rights';
import { useWords } from '../lib/words';
import { Asked } from './Asked';
import { Coordinators } from './Coordinators';
import { Gaps } from './Gaps';
import { Happened } from './Happened';
import { Neighbours } from './Neighbours';
import type { Open } from './opened';
import { Organisations } from './Organisations';
import type { AlliancePage } from './pageQuery';
import { StructureQuery } from './structureQuery';
import { TakingPart } from './TakingPart';
import './structure.css';

/** Who takes part, who was asked, who coordinates, what is lacking, and what has happened. */
export function Structure({ alliance, open }: { alliance: AlliancePage; open: Open }) {
  const { t } = useWords();
  const { data } = useAsk(StructureQuery, { id: alliance.id });
  const more = data?.alliance ?? null;
  return (
    <>
      {more === null ? null : <Asked asked={more.asked} />}
      <div className="structure">
        <div className="stack-wide">
          <TakingPart alliance={alliance} open={open} />
          <Coordinators alliance={alliance} more={more} open={open} />
          {more === null ? null : <Gaps gaps={more.gaps} alliance={alliance} open={open} />}
          <Happened id={alliance.id} />
          {more === null ? null : <Neighbours more={more} open={open} />}
        </div>
        <Organisations alliance={alliance} more={more} open={open} />
      </div>
      <section className="stack rule" aria-labelledby="purpose">
        <h2 id="purpose">{t('alliance.agreed')}</h2>
        <h3>{t('alliance.purpose')}</h3>
        <p className="prose" dir="auto">
          {alliance.purpose === '' ? <span className="soft">{t('alliance.purpose-none')}</span> : alliance.purpose}
        </p>
        <h3>{t('alliance.rules')}</h3>
        <p className="prose" dir="auto">
          {alliance.groundRules === '' ? <span className="soft">{t('alliance.rules-none')}</span> : alliance.groundRules}
        </p>
        {may(alliance.rights, 'alliance.describe') ? (
          <div>
            <Button onClick={() => open({ kind: 'describe' })}>{t('alliance.describe')}</Button>
          </div>
        ) : null}
      </section>
      {may(alliance.rights, 'alliance.leave') ? (
        <p className="rule">
          <Button kind="plain" onClick={() => open({ kind: 'leave' })}>
            {t('alliance.leave')}
          </Button>
        </p>
      ) : null}
    </>
  );
}
