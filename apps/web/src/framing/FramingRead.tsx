import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from '../kit/Button';
import { Link } from '../kit/Link';
import { useHere } from '../lib/here';
import { useWords } from '../lib/words';
import { Bounds } from './Bounds';
import { Draft } from './Draft';
import type { Layer } from './BesideText';
import type { FramingShown } from './framingQuery';
import { Line } from './Line';
import { SideBySide } from './SideBySide';
import { TextToRead } from './TextToRead';
import { WaysOn, type Way } from './WaysOn';
import { WhoBrought } from './WhoBrought';

/** A framing to be read: what sort of problem it is, its bounds, its text, what people know about it, and how it came to be so. */
export function FramingRead(props: { framing: FramingShown; layers: readonly Layer[]; ways: readonly Way[]; cameBack: boolean; opening: boolean; onWrite: () => void; onPassage: (passage: { anchor: unknown; quote: string }) => void; left: ReactNode; contributions: ReactNode }) {
  const { framing } = props;
  const { t } = useWords();
  const { me } = useHere();
  const write = framing.rights.find((right) => right.verb === 'framing.write');
  const mayGive = framing.rights.some((right) => right.verb === 'alliance.give' && right.may);
  // Who one is was asked when the page came; a session may have ended since.
  const isOut = me === null || write?.whyNot === 'session/none';
  const edit = useRef<HTMLButtonElement>(null);
  const { cameBack } = props;
  // Whoever comes back from writing goes on from where they pressed the button.
  useEffect(() => {
    if (cameBack) edit.current?.focus({ preventScroll: true });
  }, [cameBack]);
  return (
    <>
      <div className="framing-head">
        <p className="worry">
          <span className="small soft">{t('framing.problem')}</span>
          <span className="serif" dir="auto">
            {framing.problem.sentence}
          </span>
        </p>
        <Draft framing={framing} field="NAME" />
        {props.left}
        {write?.may === true ? (
          <div className="row">
            <Button kind="main" ref={edit} busy={props.opening} onClick={props.onWrite}>
              {t('framing.write')}
            </Button>
            {mayGive ? (
              <Link as="quiet" to={`/a/${framing.alliance.id}/give?framing=${framing.id}`}>
                {t('framing.give')}
              </Link>
            ) : null}
          </div>
        ) : (
          <p className="note">
            {isOut ? t('framing.stepIn') : t('framing.takePart')}{' '}
            <Link to={isOut ? `/sign-in?to=${encodeURIComponent(`/f/${framing.id}`)}` : `/a/${framing.alliance.id}`}>
              {isOut ? t('core.step-in') : framing.alliance.name}
            </Link>
          </p>
        )}
        <WaysOn framingId={framing.id} ways={props.ways} />
      </div>
      <Bounds framing={framing} />
      <TextToRead framing={framing} layers={props.layers} {...(mayGive ? { onPassage: props.onPassage } : {})} />
      <section className="stack" aria-labelledby="said">
        <h2 id="said">{t('framing.contributions')}</h2>
        {props.contributions}
      </section>
      <section className="stack" aria-labelledby="brought">
        <h2 id="brought">{t('framing.knowledge')}</h2>
        <WhoBrought framingId={framing.id} allianceId={framing.alliance.id} />
      </section>
      <SideBySide framing={framing} />
      <Line framing={framing} />
    </>
  );
}
