import { Notice } from '../ui/notice.tsx';
import { words } from '../words/words.ts';

/** Says that there is nothing to type, and why that is safe. */
export function DemoNotice() {
  return (
    <Notice tone="info" title={words.demo.notice}>
      <p>{words.demo.noticeMore}</p>
    </Notice>
  );
}
