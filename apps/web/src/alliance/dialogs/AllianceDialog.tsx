import type { Opened } from '../opened';
import type { AlliancePage } from '../pageQuery';
import { AnswerDialog } from './AnswerDialog';
import { AskDialog } from './AskDialog';
import { CoordinateDialog } from './CoordinateDialog';
import { DescribeDialog } from './DescribeDialog';
import { InviteAllianceDialog } from './InviteAllianceDialog';
import { InviteDialog } from './InviteDialog';
import { InviteOrganisationDialog } from './InviteOrganisationDialog';
import { LeaveDialog } from './LeaveDialog';
import { NameProblemDialog } from './NameProblemDialog';
import { OpenFramingDialog } from './OpenFramingDialog';
import { RepresentDialog } from './RepresentDialog';
import { SpeakingDialog } from './SpeakingDialog';

/** The small window that is open; fetched when the first one is opened. */
export function AllianceDialog({ alliance, opened, onClose }: { alliance: AlliancePage; opened: Opened; onClose: () => void }) {
  const common = { alliance, onClose };
  switch (opened.kind) {
    case 'invite':
      return <InviteDialog {...common} />;
    case 'describe':
      return <DescribeDialog {...common} />;
    case 'leave':
      return <LeaveDialog {...common} />;
    case 'ask':
      return <AskDialog {...common} />;
    case 'name-problem':
      return <NameProblemDialog {...common} />;
    case 'open-framing':
      return <OpenFramingDialog {...common} problemId={opened.problemId} sentence={opened.sentence} />;
    case 'invite-organisation':
      return <InviteOrganisationDialog {...common} />;
    case 'invite-alliance':
      return <InviteAllianceDialog {...common} />;
    case 'answer':
      return <AnswerDialog {...common} participationId={opened.participationId} name={opened.name} />;
    case 'represent':
      return <RepresentDialog {...common} participationId={opened.participationId} name={opened.name} />;
    case 'take-on':
      return <CoordinateDialog {...common} way="take-on" coordinatingId="" />;
    case 'pass-on':
    case 'lay-down':
      return <CoordinateDialog {...common} way={opened.kind} coordinatingId={opened.coordinatingId} />;
    case 'speaking':
      return <SpeakingDialog {...common} />;
  }
}
