import type { ReactNode } from 'react';
import { Logo } from '../ui/logo.tsx';
import styles from './unlock-screen.module.css';

interface GateFormProps {
  readonly title: string;
  readonly lead: ReactNode;
  readonly onSubmit: () => void;
  readonly actions: ReactNode;
  readonly facts?: readonly { readonly icon: ReactNode; readonly text: string }[];
  readonly children?: ReactNode;
}

/** What the window asks before there is an open vault. */
export function GateForm({ title, lead, onSubmit, actions, facts = [], children }: GateFormProps) {
  return (
    <form
      className={styles.box}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <Logo className={styles.logo} />
      <div>
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.lead}>{lead}</p>
      </div>
      {children}
      <div className={styles.actions}>{actions}</div>
      {facts.length > 0 && (
        <ul className={styles.facts}>
          {facts.map(({ icon, text }) => (
            <li key={text}>
              {icon}
              {text}
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}
