import { commentAbove } from '../core/syntax/commentAbove';
import { sourceLanguageOf } from '../core/syntax/sourceLanguage';
import type { SyntaxParser } from '../core/syntax/syntaxTree';
import type { CommentPlacer } from './factsReader';

/** Finds places for comments in this thread, with a parser. */
export function createCommentPlacer(parser: SyntaxParser): CommentPlacer {
  return {
    commentAbove: async (file, text, comment) => {
      const language = sourceLanguageOf(file);
      if (language === null) return null;
      if (!parser.isLoaded(language)) await parser.load(language);
      return commentAbove({ language, text, ...comment }, parser);
    },
  };
}
