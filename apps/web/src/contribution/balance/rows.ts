import { byName } from '@samsyn/domain/shared/alphabet';
import { kinds as allKinds, type Capacity, type Kind } from '@samsyn/domain/shared/enums';
import type { Words } from '../../lib/words';
import type { ActorCountShown, BalanceShown, KnowledgeShown } from './balanceFields';
import type { Behind } from './selection';

/** One row of the picture and of the table: the same numbers in both. */
export interface Row {
  readonly key: string;
  readonly name: string;
  /** A word after the name, such as that it comes from a file. */
  readonly note: string;
  readonly counts: Readonly<Record<Kind, number>>;
  readonly kindNotStated: number;
  readonly total: number;
  /** What leads to the contributions behind the row. */
  readonly behind: Behind;
}

type Counts = Pick<ActorCountShown, 'kinds' | 'kindNotStated' | 'total'>;

const counted = ({ kinds, kindNotStated, total }: Counts) => ({
  counts: Object.fromEntries(allKinds.map((kind) => [kind, kinds.find((one) => one.kind === kind)?.count ?? 0])) as Record<Kind, number>,
  kindNotStated,
  total,
});

/** People, in the order they came: that of the alphabet. */
export function peopleRows(balance: BalanceShown, { t }: Words): Row[] {
  return balance.people.map((one) => {
    if (one.actor) return { key: one.actor.id, name: one.actor.name, note: one.actor.invented ? t('core.invented') : '', behind: { actor: one.actor.id }, ...counted(one) };
    if (one.stated) return { key: `~${one.stated}`, name: one.stated, note: t('balance.statedIn'), behind: { stated: one.stated }, ...counted(one) };
    return { key: '~', name: t('balance.unknown'), note: '', behind: { nobody: true }, ...counted(one) };
  });
}

const nothing: Counts = { kinds: [], kindNotStated: 0, total: 0 };

/** Organisations, in the order of the alphabet: those that were spoken for, and as gaps those that take part and were not yet. */
export function organisationRows({ balance, organisations }: KnowledgeShown): Row[] {
  const heard = balance.organisations.flatMap((one) => (one.actor ? [{ actor: one.actor, count: one as Counts }] : []));
  const unheard = organisations.flatMap(({ actor, standing }) =>
    standing === 'TAKES_PART' && !heard.some((one) => one.actor.id === actor.id) ? [{ actor, count: nothing }] : [],
  );
  return [...heard, ...unheard]
    .sort((one, other) => byName(one.actor, other.actor))
    .map(({ actor, count }) => ({ key: actor.id, name: actor.name, note: '', behind: { organisation: actor.id }, ...counted(count) }));
}

/** Capacities: all three, also those nobody has spoken in yet; not stated only where there is some. */
export function capacityRows(balance: BalanceShown, { t }: Words): Row[] {
  return balance.capacities
    .filter((one) => one.capacity !== null || one.total > 0)
    .map((one) => {
      const capacity: Capacity | 'none' = one.capacity ?? 'none';
      const name = capacity === 'none' ? t('balance.speakNone') : t(`balance.capacity.${capacity}`);
      return { key: capacity, name, note: '', behind: { capacity }, ...counted(one) };
    });
}
