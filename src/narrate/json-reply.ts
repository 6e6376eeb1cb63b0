import * as z from 'zod';

/** Prose as the model writes it: paragraphs of sentences, with `{{id}}` in place of every number. */
export interface Block {
  readonly sentences: readonly string[];
}

const replySchema = z.object({ blocks: z.array(z.object({ sentences: z.array(z.string()) })) });

/** The JSON schema of a reply, as it is sent along with the request. */
export const REPLY_SCHEMA = {
  type: 'object',
  properties: {
    blocks: {
      type: 'array',
      items: {
        type: 'object',
        properties: { sentences: { type: 'array', items: { type: 'string' } } },
        required: ['sentences'],
      },
    },
  },
  required: ['blocks'],
} as const;

/** The blocks of a reply; undefined when there are none to be read. */
export function blocksOf(text: string): readonly Block[] | undefined {
  return replyAs(replySchema, text)?.blocks;
}

/**
 * What a reply holds by a schema: the text as JSON, or what stands inside a ``` fence, or from the first brace to the last.
 * Undefined when none of these parses or fits.
 */
export function replyAs<Reply>(schema: z.ZodType<Reply>, text: string): Reply | undefined {
  for (const candidate of candidates(text)) {
    const parsed = schema.safeParse(parse(candidate));
    if (parsed.success) return parsed.data;
  }
  return undefined;
}

function candidates(text: string): readonly string[] {
  const fenced = /```[a-z]*\s*\n?([\s\S]*?)```/i.exec(text)?.[1];
  const braces = text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1);
  return [text, ...(fenced === undefined ? [] : [fenced]), braces];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
