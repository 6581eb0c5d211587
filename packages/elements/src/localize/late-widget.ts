// The widget's words, which come with it: those of the host and of its language, over the English ones.
import { widget } from './en-widget.ts';
import { lateWords } from './late-words.ts';

export const widgetWords = lateWords('widget', widget);
