import { render } from 'preact';
import '../shared/base.css';
import './flow.css';
import './preview.css';
import type { PreviewState } from './messages.ts';
import { Preview } from './preview.tsx';

render(<Preview host={acquireVsCodeApi<PreviewState>()} />, document.body);
