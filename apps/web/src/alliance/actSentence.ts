import type { WordKey, Words } from '../lib/words';

const words: Readonly<Record<string, WordKey>> = {
  'alliance.form': 'alliance.act-form',
  'alliance.join': 'alliance.act-join',
  'alliance.joinByCode': 'alliance.act-join',
  'alliance.askToJoin': 'alliance.act-ask',
  'alliance.decline': 'alliance.act-decline',
  'alliance.leave': 'alliance.act-leave',
  'alliance.describe': 'alliance.act-describe',
  'alliance.invite': 'alliance.act-invite',
  'alliance.inviteOrganisation': 'alliance.act-invite-organisation',
  'alliance.inviteAlliance': 'alliance.act-invite-organisation',
  'alliance.takeOnCoordinating': 'alliance.act-take-on',
  'alliance.nameProblem': 'alliance.act-problem',
  'alliance.openFraming': 'alliance.act-framing',
  'alliance.give': 'alliance.act-give',
  'alliance.import': 'alliance.act-import',
  'import.run': 'alliance.act-import',
  'import.undo': 'alliance.act-import-undo',
  'participation.admit': 'alliance.act-admit',
  'participation.speakAs': 'alliance.act-speak',
  'participation.answer': 'alliance.act-answer',
  'participation.represent': 'alliance.act-represent',
  'participation.endRepresentation': 'alliance.act-end-representation',
  'coordinating.passOn': 'alliance.act-pass-on',
  'coordinating.layDown': 'alliance.act-lay-down',
  'invitation.revoke': 'alliance.act-revoke',
  'framing.reframe': 'alliance.act-reframe',
  'framing.suggest': 'alliance.act-suggest',
  'suggestion.explain': 'alliance.act-explain',
  'suggestion.accept': 'alliance.act-suggestion-accept',
  'suggestion.decline': 'alliance.act-suggestion-decline',
  'suggestion.withdraw': 'alliance.act-suggestion-withdraw',
  'framing.nameVersion': 'alliance.act-version',
  'version.relabel': 'alliance.act-relabel',
  'framing.restore': 'alliance.act-restore',
  'framing.proposeClearing': 'alliance.act-clearing',
  'clearing.answer': 'alliance.act-clearing-answer',
  'framing.cleared': 'alliance.act-cleared',
  'deleted.quote': 'alliance.act-deleted',
  'passage.cite': 'alliance.act-cite',
  'passage.uncite': 'alliance.act-uncite',
  'passage.restOn': 'alliance.act-rest',
  'passage.takeBack': 'alliance.act-rest-back',
  'thread.open': 'alliance.act-thread',
  'framing.talk': 'alliance.act-thread',
  'contribution.talk': 'alliance.act-thread',
  'thread.reply': 'alliance.act-reply',
  'thread.resolve': 'alliance.act-resolve',
  'thread.reopen': 'alliance.act-reopen',
  'post.takeBack': 'alliance.act-post-back',
  'framing.addSource': 'alliance.act-source',
  'framing.correctSource': 'alliance.act-source',
  'framing.takeOutSource': 'alliance.act-source-out',
  'initiative.note': 'alliance.act-initiative',
  'contribution.correct': 'alliance.act-correct',
  'contribution.withdraw': 'alliance.act-withdraw',
  'contribution.approve': 'alliance.act-approve',
  'contribution.question': 'alliance.act-question',
  'question.answer': 'alliance.act-answer-question',
};

/** An act of the ledger as a sentence. What the act was about comes last, so that it may be left out. */
export function actSentence(act: { verb: string; detail: unknown; by: { name: string } | null }, t: Words['t']): string {
  const by = act.by?.name ?? t('core.someone');
  const sentence = t(words[act.verb] ?? 'alliance.act-other', { by, what: about(act.detail) });
  return sentence.replace(/:\s*$/, '');
}

function about(detail: unknown): string {
  if (typeof detail !== 'object' || detail === null) return '';
  const told = detail as Record<string, unknown>;
  for (const key of ['name', 'sentence', 'to', 'organisation', 'person', 'after']) {
    const value = told[key];
    if (typeof value === 'string' && value !== '') return value;
  }
  return '';
}
