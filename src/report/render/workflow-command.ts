import { type Command, workflowCommand } from '../../escape/command.ts';
import { visible } from '../../escape/visible.ts';
import type { Annotation } from './annotation.ts';

/**
 * The line that makes the runner show an annotation.
 *
 * @example annotationCommand({ level: 'notice', title: 't', message: 'm' }).text // '::notice title=t::m'
 */
export function annotationCommand(annotation: Annotation): Command {
  const { level, title, message, file, line, endLine } = annotation;
  const shown = { title: title && visible(title), file: file && visible(file), line, endLine };
  return workflowCommand(level, shown, visible(message, '\n'));
}
