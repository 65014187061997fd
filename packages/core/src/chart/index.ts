export { type FieldSubject, resolveField, resolveStyle } from './resolveField.ts';
