import { limits } from '@samsyn/domain/shared/limits';
import { useState } from 'react';
import { ActForm } from '../../kit/ActForm';
import { Dialog } from '../../kit/Dialog';
import { say } from '../../kit/Notice';
import { TextArea, TextField } from '../../kit/TextField';
import { graphql, useDo } from '../../lib/graph';
import { useHere } from '../../lib/here';
import { useWords } from '../../lib/words';
import type { AlliancePage } from '../pageQuery';
import { PersonChoice } from './PersonChoice';

const Represent = graphql(`
  mutation Represent($participationId: ID!, $personId: ID, $mandate: String!, $until: Day) {
    represent(participationId: $participationId, personId: $personId, mandate: $mandate, until: $until) { id }
  }
`);

/** A named person speaks for an organisation here: with what mandate, in their own words, and until when. */
export function RepresentDialog({ alliance, participationId, name, onClose }: { alliance: AlliancePage; participationId: string; name: string; onClose: () => void }) {
  const { t } = useWords();
  const { me } = useHere();
  const [personId, setPersonId] = useState(me?.id ?? '');
  const [mandate, setMandate] = useState('');
  const [until, setUntil] = useState('');
  const represent = useDo(Represent);
  return (
    <Dialog title={t('acting.represent-title', { name })} onClose={onClose}>
      <p>{t('acting.represent-how')}</p>
      <ActForm
        press={t('acting.represent-do')}
        busy={represent.busy}
        no={represent.no}
        onClose={onClose}
        onAct={() =>
          void represent.do({ participationId, personId, mandate, until: until === '' ? null : until }).then((answer) => {
            if (answer === null) return;
            say(t('acting.represented'));
            onClose();
          })
        }
      >
        <PersonChoice alliance={alliance} label={t('acting.represent-who')} chosen={personId} onChange={setPersonId} />
        <TextArea label={t('acting.mandate')} hint={t('acting.mandate-hint')} value={mandate} onChange={setMandate} maxLength={limits.reason} />
        <TextField label={t('acting.mandate-last')} optional type="date" value={until} onChange={setUntil} />
      </ActForm>
    </Dialog>
  );
}
