import type Sharp from 'sharp';

/**
 * The sharp package, which decodes images in Node. It is an optional peer: who never reads an image
 * file does not need it.
 *
 * @throws Error that says how to install it.
 */
export async function loadSharp(): Promise<typeof Sharp> {
  try {
    const module = await import('sharp');
    return module.default;
  } catch (error) {
    throw new Error(
      `reading images needs the package sharp, which cannot be loaded here; npm install sharp (${firstLine(error)})`,
    );
  }
}

/** The first line of an error's message. */
export function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.trim().split('\n', 1)[0].trim();
}
