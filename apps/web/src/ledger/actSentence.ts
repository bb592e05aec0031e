import type { WordKey, Words } from '../lib/words';

const words: Readonly<Record<string, WordKey>> = {
  'alliance.form': 'acts.form',
  'alliance.join': 'acts.join',
  'alliance.joinByCode': 'acts.join',
  'alliance.askToJoin': 'acts.ask',
  'alliance.decline': 'acts.decline',
  'alliance.leave': 'acts.leave',
  'alliance.describe': 'acts.describe',
  'alliance.invite': 'acts.invite',
  'alliance.inviteOrganisation': 'acts.invite-organisation',
  'alliance.inviteAlliance': 'acts.invite-organisation',
  'alliance.takeOnCoordinating': 'acts.take-on',
  'alliance.nameProblem': 'acts.problem',
  'alliance.openFraming': 'acts.framing',
  'alliance.give': 'acts.give',
  'alliance.import': 'acts.import',
  'import.run': 'acts.import',
  'import.undo': 'acts.import-undo',
  'participation.admit': 'acts.admit',
  'participation.speakAs': 'acts.speak',
  'participation.answer': 'acts.answer',
  'participation.represent': 'acts.represent',
  'participation.endRepresentation': 'acts.end-representation',
  'coordinating.passOn': 'acts.pass-on',
  'coordinating.layDown': 'acts.lay-down',
  'invitation.revoke': 'acts.revoke',
  'framing.reframe': 'acts.reframe',
  'framing.suggest': 'acts.suggest',
  'suggestion.explain': 'acts.explain',
  'suggestion.accept': 'acts.suggestion-accept',
  'suggestion.decline': 'acts.suggestion-decline',
  'suggestion.withdraw': 'acts.suggestion-withdraw',
  'framing.nameVersion': 'acts.version',
  'version.relabel': 'acts.relabel',
  'framing.restore': 'acts.restore',
  'framing.proposeClearing': 'acts.clearing',
  'clearing.answer': 'acts.clearing-answer',
  'framing.cleared': 'acts.cleared',
  'deleted.quote': 'acts.deleted',
  'passage.cite': 'acts.cite',
  'passage.uncite': 'acts.uncite',
  'passage.restOn': 'acts.rest',
  'passage.takeBack': 'acts.rest-back',
  'thread.open': 'acts.thread',
  'framing.talk': 'acts.thread',
  'contribution.talk': 'acts.thread',
  'thread.reply': 'acts.reply',
  'thread.resolve': 'acts.resolve',
  'thread.reopen': 'acts.reopen',
  'post.takeBack': 'acts.post-back',
  'framing.addSource': 'acts.source',
  'framing.correctSource': 'acts.source',
  'framing.takeOutSource': 'acts.source-out',
  'initiative.note': 'acts.initiative',
  'contribution.correct': 'acts.correct',
  'contribution.withdraw': 'acts.withdraw',
  'contribution.approve': 'acts.approve',
  'contribution.question': 'acts.question',
  'question.answer': 'acts.answer-question',
  'hiding.hide': 'acts.hide',
  'hiding.answer': 'acts.hide-answer',
  'hiding.undo': 'acts.show-again',
  'hiding.askAside': 'acts.ask-aside',
  'hiding.agreeAside': 'acts.agree-aside',
  'hiding.erase': 'acts.erase-hidden',
  'alliance.callRound': 'acts.call-round',
  'alliance.callReopening': 'acts.call-round',
  'round.ask': 'acts.round-ask',
  'round.respond': 'acts.round-respond',
  'round.reword': 'acts.round-reword',
  'round.offerCondition': 'acts.round-condition',
  'round.settle': 'acts.round-settle',
  'round.close': 'acts.round-close',
  'round.lapse': 'acts.round-close',
  'round.takeBack': 'acts.round-back',
  'round.review': 'acts.round-review',
  'contribution.makeSlip': 'acts.slip',
  'contribution.claim': 'acts.claim',
  'contribution.leaveOutName': 'acts.leave-out-name',
  'person.askForName': 'acts.name-ask',
  'person.answerAsk': 'acts.name-answer',
  'person.readName': 'acts.name-read',
  'round.call': 'acts.call-round',
  'round.answer': 'acts.round-ask',
  'round.end': 'acts.round-close',
  'version.adopt': 'acts.adopt',
};

/** An act of the ledger as a sentence. What the act was about comes last, so that it may be left out. */
export function actSentence(act: { verb: string; detail: unknown; by: { name: string } | null }, t: Words['t']): string {
  const by = act.by?.name ?? t('core.someone');
  const sentence = t(words[act.verb] ?? 'acts.other', { by, what: about(act.detail) });
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
