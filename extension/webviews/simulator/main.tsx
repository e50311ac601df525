import { render } from 'preact';
import '../shared/base.css';
import './controls.css';
import './items.css';
import './conversation.css';
import './layout.css';
import type { Conversation } from './messages.ts';
import { Simulator } from './simulator.tsx';

render(<Simulator host={acquireVsCodeApi<Conversation>()} />, document.body);
