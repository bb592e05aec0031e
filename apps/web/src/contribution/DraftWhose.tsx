import { called, residentMark } from '@samsyn/domain/actor/protected';
import { useHere } from '../lib/here';
import { language, useWords } from '../lib/words';
import type { StepProps } from './GiveWhat';

type Props = Pick<StepProps, 'draft' | 'alliance'>;

/** Whose knowledge the draft will stand as: mine, or somebody's that I write down; and others who know it too. */
export function DraftWhose({ draft, alliance }: Props) {
  const { t, list } = useWords();
  const { me } = useHere();
  const nameOf = (id: string) => alliance.participations.find((one) => one.actor.id === id)?.actor.name;
  const others = draft.withOthers ? draft.coAuthorIds.flatMap((id) => nameOf(id) ?? []) : [];
  const { name, capacity } = useWhose({ draft, alliance });
  return (
    <>
      <p>
        {draft.forOther ? <>{t(draft.tacit ? 'contribution.one.knownBy' : 'contribution.one.saidBy')} </> : null}
        <strong>
          <bdi>{name}</bdi>
        </strong>
        <span className="soft">, {capacity ? t(`contribution.capacity.${capacity}`) : t('contribution.capacity.none')}</span>
      </p>
      {others.length > 0 ? <p className="soft">{t('contribution.give.alsoKnow', { names: list(others) })}</p> : null}
      {draft.forOther ? (
        <>
          <p className="soft">
            {t(draft.tacit ? 'contribution.one.notedBy' : 'contribution.one.writtenBy')} <bdi>{me?.name}</bdi>
          </p>
          <p className="mark mark-open">{t(draft.tacit ? 'contribution.one.notConfirmed' : 'contribution.one.notApproved')}</p>
        </>
      ) : null}
    </>
  );
}

/** Who the draft will stand as the knowledge of. */
export function useWhose({ draft, alliance }: Props) {
  const { me } = useHere();
  const saidBy = alliance.participations.find((one) => one.actor.id === draft.saidBy.actorId);
  const name = draft.forOther ? (saidBy?.actor.name ?? (draft.saidBy.hidden === true ? called(residentMark, language()) : draft.saidBy.name)) : me?.name;
  const capacity = draft.forOther ? (saidBy ? saidBy.capacity : draft.saidBy.capacity || null) : (alliance.mine?.capacity ?? null);
  return { name, capacity };
}
