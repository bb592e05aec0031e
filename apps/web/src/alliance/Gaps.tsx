import type { ReactNode } from 'react';
import { capacityWord } from '../lib/capacityWord';
import { Button } from '../kit/Button';
import { useHere } from '../lib/here';
import { may } from '../lib/rights';
import { useWords } from '../lib/words';
import { coordinates } from './nextStep';
import type { Open } from './opened';
import type { AlliancePage } from './pageQuery';
import type { Structure } from './structureQuery';

type Gap = Structure['gaps'][number];

/** What the structure still lacks; beside each gap stands what one can do about it. */
export function Gaps({ gaps, alliance, open }: { gaps: readonly Gap[]; alliance: AlliancePage; open: Open }) {
  const { t } = useWords();
  const { me } = useHere();
  if (gaps.length === 0) return null;
  return (
    <section className="stack-tight" aria-labelledby="gaps">
      <h2 id="gaps">{t('alliance.gaps')}</h2>
      <ul className="lines">
        {gaps.map((gap) => (
          <li key={`${gap.code} ${gap.participation?.id ?? gap.capacity ?? ''}`} className="stack-tight">
            <Lacking gap={gap} acts={may(alliance.rights, 'alliance.invite')} coordinates={coordinates(alliance, me?.id)} open={open} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Lacking({ gap, acts, coordinates, open }: { gap: Gap; acts: boolean; coordinates: boolean; open: Open }): ReactNode {
  const { t } = useWords();
  const participationId = gap.participation?.id ?? '';
  const name = gap.participation?.actor.name ?? '';
  const press = (word: Parameters<typeof t>[0], opened: Parameters<Open>[0]) =>
    acts ? (
      <div>
        <Button kind="plain" onClick={() => open(opened)}>
          {t(word)}
          {name === '' ? null : <span className="unseen">: {name}</span>}
        </Button>
      </div>
    ) : null;
  switch (gap.code) {
    case 'department-unanswered':
      return (
        <>
          <p>{t('alliance.gap-unanswered', { name })}</p>
          {press('alliance.answer', { kind: 'answer', participationId, name })}
        </>
      );
    case 'department-unrepresented':
      return (
        <>
          <p>{t('alliance.gap-unrepresented', { name })}</p>
          {press('alliance.represent', { kind: 'represent', participationId, name })}
        </>
      );
    case 'mandate-ended':
      return (
        <>
          <p>{t('alliance.gap-mandate', { name })}</p>
          {press('alliance.represent', { kind: 'represent', participationId, name })}
        </>
      );
    case 'capacity-missing':
      return (
        <>
          <p>{t('alliance.gap-capacity', { capacity: gap.capacity === null ? '' : t(capacityWord[gap.capacity]).toLowerCase() })}</p>
          {press('alliance.invite', { kind: 'invite' })}
        </>
      );
    case 'one-coordinator':
      return (
        <>
          <p>{t('alliance.gap-coordinator')}</p>
          {/* Whoever coordinates already needs somebody else. */}
          {coordinates ? press('alliance.invite', { kind: 'invite' }) : press('alliance.take-on', { kind: 'take-on' })}
        </>
      );
    default:
      return <p>{gap.code}</p>;
  }
}
