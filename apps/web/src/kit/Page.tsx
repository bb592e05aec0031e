import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { arrivedByLink } from '../lib/arriving';

/**
 * One screen: sets the window's title and, after a way has been followed, puts the focus on the heading,
 * so that a screen reader begins there. Without a title it shows that the screen is on its way.
 */
export function Page(props: {
  title: string | undefined;
  /** What the heading shows, if more than the title. */
  heading?: ReactNode;
  /** A line above the heading, such as the alliance one is in. */
  over?: ReactNode;
  wide?: boolean;
  /** Set the heading in the face for names of problems and framings. */
  serif?: boolean;
  /** The heading is a text somebody wrote. */
  written?: boolean;
  children?: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [path] = useLocation();
  const { title } = props;
  useEffect(() => {
    if (!arrivedByLink()) return;
    heading.current?.focus({ preventScroll: true });
  }, [path]);
  useEffect(() => {
    document.title = title === undefined ? 'Samsyn' : `${title} – Samsyn`;
  }, [title]);
  return (
    <div className={props.wide === true ? 'page page-wide' : 'page'} aria-busy={title === undefined || undefined}>
      <div className="page-head">
        {props.over === undefined ? null : <div className="page-over">{props.over}</div>}
        <h1 ref={heading} tabIndex={-1} className={props.serif === true ? 'serif' : undefined} dir={props.written === true ? 'auto' : undefined}>
          {title === undefined ? <span className="bone bone-title" /> : (props.heading ?? title)}
        </h1>
      </div>
      {title === undefined ? <Bones /> : props.children}
    </div>
  );
}

/** Where text will be. */
export function Bones() {
  return (
    <div className="stack" aria-hidden="true">
      <div className="bone" />
      <div className="bone" />
      <div className="bone bone-short" />
    </div>
  );
}
