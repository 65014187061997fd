export type { PostedAlert } from './PostedAlert.ts';
