import { Link } from '../kit/Link';

/** An alliance in a list: its name, and what worries it. */
export function AllianceLine({ alliance, note }: { alliance: { id: string; name: string; problems: readonly { sentence: string }[] }; note?: string | undefined }) {
  return (
    <div className="alliance-line">
      <Link to={`/a/${alliance.id}`} dir="auto">
        {alliance.name}
      </Link>
      {alliance.problems[0] === undefined ? null : <p dir="auto">{alliance.problems[0].sentence}</p>}
      {note === undefined ? null : <p className="small soft">{note}</p>}
    </div>
  );
}
