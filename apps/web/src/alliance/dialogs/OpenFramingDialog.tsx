import { limitOf } from '@samsyn/domain/framing/framing';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { ActForm } from '../../kit/ActForm';
import { Dialog } from '../../kit/Dialog';
import { TextArea, TextField } from '../../kit/TextField';
import { graphql, useDo } from '../../lib/graph';
import { useWords } from '../../lib/words';
import type { AlliancePage } from '../pageQuery';

const OpenFraming = graphql(`
  mutation OpenFraming($input: OpenFraming!) {
    openFraming(input: $input) { id }
  }
`);

/** Opens a framing of a problem: its name, and what belongs to it. The rest is written together on its own page. */
export function OpenFramingDialog({ problemId, sentence, onClose }: { alliance: AlliancePage; problemId: string; sentence: string; onClose: () => void }) {
  const { t } = useWords();
  const [, go] = useLocation();
  const [name, setName] = useState('');
  const [belongs, setBelongs] = useState('');
  const [outside, setOutside] = useState('');
  const open = useDo(OpenFraming);
  return (
    <Dialog title={t('alliance.open-framing')} onClose={onClose}>
      <p className="serif" dir="auto">
        {sentence}
      </p>
      <ActForm
        press={t('acting.open-framing-do')}
        busy={open.busy}
        no={open.no}
        onClose={onClose}
        onAct={() =>
          void open.do({ input: { problemId, name, belongs, outside } }).then((answer) => {
            if (answer !== null) go(`/f/${answer.openFraming.id}`);
          })
        }
      >
        <TextField label={t('acting.framing-name')} hint={t('acting.framing-name-hint')} value={name} onChange={setName} maxLength={limitOf('NAME')} />
        <TextArea label={t('acting.framing-belongs')} optional value={belongs} onChange={setBelongs} maxLength={limitOf('BELONGS')} />
        <TextArea label={t('acting.framing-outside')} optional value={outside} onChange={setOutside} maxLength={limitOf('OUTSIDE')} />
      </ActForm>
    </Dialog>
  );
}
