import { limits } from '@samsyn/domain/shared/limits';
import { useState } from 'react';
import { ActForm } from '../../kit/ActForm';
import { Dialog } from '../../kit/Dialog';
import { say } from '../../kit/Notice';
import { TextArea } from '../../kit/TextField';
import { graphql, useDo } from '../../lib/graph';
import { useWords } from '../../lib/words';
import type { AlliancePage } from '../pageQuery';
import { PersonChoice } from './PersonChoice';

const TakeOn = graphql(`
  mutation TakeOnCoordinating($allianceId: ID!, $reason: String) {
    takeOnCoordinating(allianceId: $allianceId, reason: $reason) { id }
  }
`);
const PassOn = graphql(`
  mutation PassOnCoordinating($coordinatingId: ID!, $toActorId: ID!, $reason: String) {
    passOnCoordinating(coordinatingId: $coordinatingId, toActorId: $toActorId, reason: $reason) { id }
  }
`);
const LayDown = graphql(`
  mutation LayDownCoordinating($coordinatingId: ID!, $reason: String) {
    layDownCoordinating(coordinatingId: $coordinatingId, reason: $reason) { id }
  }
`);

/** Takes on, passes on or lays down the task of coordinating. It gives no rights, and everyone sees it. */
export function CoordinateDialog({ alliance, way, coordinatingId, onClose }: { alliance: AlliancePage; way: 'take-on' | 'pass-on' | 'lay-down'; coordinatingId: string; onClose: () => void }) {
  const { t } = useWords();
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const takeOn = useDo(TakeOn);
  const passOn = useDo(PassOn);
  const layDown = useDo(LayDown);
  const title = way === 'take-on' ? t('alliance.take-on') : way === 'pass-on' ? t('alliance.pass-on') : t('alliance.lay-down');
  const done = (answer: object | null) => {
    if (answer === null) return;
    say(t('acting.coordinating-done'));
    onClose();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{t('alliance.coordinators-how')}</p>
      <ActForm
        press={title}
        busy={takeOn.busy || passOn.busy || layDown.busy}
        no={takeOn.no ?? passOn.no ?? layDown.no}
        onClose={onClose}
        onAct={() => {
          if (way === 'take-on') void takeOn.do({ allianceId: alliance.id, reason }).then(done);
          else if (way === 'pass-on') void passOn.do({ coordinatingId, toActorId: to, reason }).then(done);
          else void layDown.do({ coordinatingId, reason }).then(done);
        }}
      >
        {way === 'pass-on' ? (
          <PersonChoice alliance={alliance} label={t('acting.pass-on-to')} chosen={to} onChange={setTo} except={alliance.coordinators.map(({ actorId }) => actorId)} />
        ) : null}
        <TextArea label={t('acting.coordinating-why')} optional value={reason} onChange={setReason} maxLength={limits.reason} />
      </ActForm>
    </Dialog>
  );
}
