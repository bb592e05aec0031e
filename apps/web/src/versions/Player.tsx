import { useEffect, useId, useState } from 'react';
import { Button } from '../kit/Button';
import { Link } from '../kit/Link';
import { Bones } from '../kit/Page';
import { Refusal } from '../kit/Refusal';
import { useAsk } from '../lib/graph';
import { useWords } from '../lib/words';
import { ComparedText } from './Compared';
import { NameForm } from './NameForm';
import { Names, type Stop } from './Names';
import { RestoreForm } from './RestoreForm';
import { ComparisonQuery, type ComparisonShown } from './versionsQuery';

const stepMs = 1_200;

interface Props {
  framingId: string;
  stops: readonly Stop[];
  at: number;
  onGo: (nr: number) => void;
  mayName: boolean;
  mayRestore: boolean;
}

/** Goes through the text step by step, by a slider, by buttons, or by itself; shows it as it read, with what the step changed. */
export function Player({ framingId, stops, at, onGo, mayName, mayRestore }: Props) {
  const words = useWords();
  const { t, moment, list } = words;
  const [playing, play] = useState(false);
  const [acting, act] = useState<'name' | 'restore' | null>(null);
  const slider = useId();
  const stop = stops[at];
  const sides = (nr: number) => ({ id: framingId, from: { position: nr === 0 ? '0' : (stops[nr - 1]?.position ?? '0') }, to: { position: stops[nr]?.position ?? '0' } });
  // What was written once stays as it was: it is asked for once. The next step is fetched while this one is read.
  const { data, no } = useAsk(ComparisonQuery, sides(at), { policy: 'cache-first' });
  const next = useAsk(ComparisonQuery, sides(Math.min(at + 1, stops.length - 1)), { policy: 'cache-first', pause: !playing });
  const comparison = useKept(data?.framing?.comparison);
  const isHere = comparison !== undefined && comparison.to.position === stop?.position;
  const isReady = isHere && !next.busy;
  useEffect(() => {
    if (!playing || !isReady) return undefined;
    const timer = setTimeout(() => (at + 1 < stops.length ? onGo(at + 1) : play(false)), stepMs);
    return () => clearTimeout(timer);
  }, [playing, isReady, at, stops.length, onGo]);
  if (stop === undefined) return null;
  const begin = (what: 'name' | 'restore'): void => {
    play(false);
    act(what);
  };
  const said = t('versions.stepSaid', { moment: moment(stop.at), names: stop.by.length === 0 ? t('versions.nobodyNamed') : list(stop.by.map(({ name }) => name)) });
  return (
    <div className="stack player">
      <div className="stack-tight">
        <label className="field-label" htmlFor={slider}>
          {t('versions.slider')}
        </label>
        <input
          id={slider}
          type="range"
          min={0}
          max={stops.length - 1}
          step={1}
          value={at}
          aria-valuetext={said}
          onChange={(event) => {
            play(false);
            onGo(Number(event.currentTarget.value));
          }}
        />
        <div className="row">
          <Button onClick={() => onGo(at - 1)} disabled={at === 0}>
            {t('versions.back')}
          </Button>
          <Button
            kind="main"
            onClick={() => {
              if (!playing && at + 1 >= stops.length) onGo(0);
              play(!playing);
            }}
          >
            {t(playing ? 'versions.pause' : 'versions.play')}
          </Button>
          <Button onClick={() => onGo(at + 1)} disabled={at + 1 >= stops.length}>
            {t('versions.forward')}
          </Button>
        </div>
      </div>
      <p aria-live={playing ? 'off' : 'polite'}>
        <strong>{moment(stop.at)}</strong> <Names people={stop.by} />
      </p>
      <Refusal no={no} />
      {comparison === undefined ? no === undefined ? <Bones /> : null : (
        <div className="player-text" aria-busy={!isHere}>
          {comparison.paragraphs.every(({ pieces }) => pieces.length === 0) ? <p className="soft">{t('versions.noText')}</p> : <ComparedText comparison={comparison} removers={comparison.wroteBetween.map(({ name }) => name)} />}
        </div>
      )}
      {acting === 'name' ? <NameForm framingId={framingId} position={stop.position} onClose={() => act(null)} /> : null}
      {acting === 'restore' ? <RestoreForm framingId={framingId} position={stop.position} onClose={() => act(null)} /> : null}
      {acting !== null ? null : (
        <div className="row">
          {mayName ? <Button onClick={() => begin('name')}>{t('versions.nameThis')}</Button> : null}
          {mayRestore && at + 1 < stops.length ? <Button onClick={() => begin('restore')}>{t('versions.restore')}</Button> : null}
          <Link to={`/f/${framingId}/versions?from=p${stop.position}&to=now`}>{t('versions.compareWithNow')}</Link>
        </div>
      )}
    </div>
  );
}

/** The last step that came, while the next is on its way. */
function useKept(latest: ComparisonShown | undefined): ComparisonShown | undefined {
  const [kept, keep] = useState(latest);
  if (latest !== undefined && latest !== kept) keep(latest);
  return latest ?? kept;
}
