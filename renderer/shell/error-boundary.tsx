import { Component, type ReactNode } from 'react';
import { showWall } from '../state/overlay.ts';
import { showServer } from '../state/wall-view.ts';
import { Button } from '../ui/button.tsx';
import { words } from '../words/words.ts';
import styles from './error-boundary.module.css';

const said = words.shell;

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly hasFailed: boolean;
}

/** Shows a sentence and a way back where a screen could not be drawn, so that the window never goes blank. */
export class ErrorBoundary extends Component<Props, State> {
  override readonly state: State = { hasFailed: false };

  static getDerivedStateFromError(): State {
    return { hasFailed: true };
  }

  private readonly goBack = (): void => {
    showServer(null);
    showWall();
    this.setState({ hasFailed: false });
  };

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <div className={styles.window}>
        <div className={styles.bar} />
        <main className={styles.panel}>
          <div className={styles.box} role="alert">
            <h1 className={styles.title}>{said.screenFailed}</h1>
            <p className={styles.text}>{said.screenFailedAdvice}</p>
            <Button look="primary" size="l" onClick={this.goBack}>
              {said.showAll}
            </Button>
          </div>
        </main>
      </div>
    );
  }
}
