import { useMemo, useState } from 'react';
import { Button } from '../kit/Button';
import { Empty } from '../kit/Empty';
import { Bones } from '../kit/Page';
import { Refusal } from '../kit/Refusal';
import { useAsk } from '../lib/graph';
import { useWords } from '../lib/words';
import { Names, type Stop } from './Names';
import { Player } from './Player';
import { TimeLineQuery, type SittingShown } from './versionsQuery';
import { useOlder } from './useOlder';

/** The history of a text: it is gone through step by step or played, and every sitting is in a list with names and moments. */
export function TimeLine({ framingId, mayName, mayRestore }: { framingId: string; mayName: boolean; mayRestore: boolean }) {
  const words = useWords();
  const { t } = words;
  const { data, busy, no } = useAsk(TimeLineQuery, { id: framingId, after: null });
  const line = data?.framing?.timeLine;
  const older = useOlder(framingId, line?.pageInfo);
  const sittings = useMemo(() => [...(line?.edges ?? []).map(({ node }) => node), ...older.sittings], [line, older.sittings]);
  const stops = useMemo(() => [...sittings].reverse().flatMap(({ steps }): Stop[] => steps), [sittings]);
  const [chosen, choose] = useState<string | null>(null);
  if (busy) return <Bones />;
  if (line == null) return <Refusal no={no} />;
  if (stops.length === 0) return <Empty text={t('versions.lineEmpty')} />;
  const found = stops.findIndex(({ position }) => position === chosen);
  const at = found === -1 ? stops.length - 1 : found;
  const go = (nr: number): void => choose(stops[Math.max(0, Math.min(nr, stops.length - 1))]?.position ?? null);
  return (
    <div className="stack-wide">
      <Player framingId={framingId} stops={stops} at={at} onGo={go} mayName={mayName} mayRestore={mayRestore} />
      <details className="sittings">
        <summary>{t('versions.sittings')}</summary>
        <ol>
          {sittings.map((sitting) => (
            <li key={sitting.steps[0]?.position}>
              <Button kind="plain" aria-current={sitting.steps.some(({ position }) => position === stops[at]?.position) ? 'step' : undefined} onClick={() => choose(sitting.steps.at(-1)?.position ?? null)}>
                {when(sitting, words)}
              </Button>
              <span>
                {sitting.origin === 'EDIT' ? null : `${t(`versions.origin.${sitting.origin}`)} `}
                <Names people={sitting.by} />
              </span>
            </li>
          ))}
        </ol>
        {older.more ? (
          <Button busy={older.busy} onClick={older.bring}>
            {t('versions.older')}
          </Button>
        ) : null}
        <Refusal no={older.no} />
      </details>
    </div>
  );
}

function when({ at, until }: SittingShown, { day, time, moment }: ReturnType<typeof useWords>): string {
  if (day(at) !== day(until)) return `${moment(at)} – ${moment(until)}`;
  return time(at) === time(until) ? moment(at) : `${moment(at)}–${time(until)}`;
}
