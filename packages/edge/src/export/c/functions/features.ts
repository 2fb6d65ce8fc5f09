import type { CFunction } from './c-function.js';

/** From pixels to features; PATH_… are defined above them, from the recipe. */
export const featureFunctions: Readonly<Record<string, CFunction>> = {
  multiply_exponential: {
    code: `/*
 * words <- words (x) exp(step): Horner's scheme for each level, the highest first (Kidger and Lyons
 * 2021, "Signatory", section 4.1). products: room for PATH_DIMENSIONS^(PATH_DEPTH - 1) numbers.
 */
static void multiply_exponential(float *words, const float *step, float *products)
{
    for (size_t level = PATH_DEPTH; level > 1; level--) {
        size_t size = PATH_DIMENSIONS;
        size_t start = PATH_DIMENSIONS;
        for (size_t i = 0; i < PATH_DIMENSIONS; i++) {
            products[i] = step[i] / (float)level + words[i];
        }
        for (size_t length = 2; length < level; length++) {
            const float share = 1.0f / (float)(level - length + 1);
            /* The longer words overwrite the shorter ones, so the last word goes first. */
            for (size_t word = size; word-- > 0;) {
                const float product = products[word] * share;
                const size_t to = word * PATH_DIMENSIONS;
                for (size_t i = 0; i < PATH_DIMENSIONS; i++) {
                    products[to + i] = product * step[i] + words[start + to + i];
                }
            }
            size *= PATH_DIMENSIONS;
            start += size;
        }
        for (size_t word = 0; word < size; word++) {
            for (size_t i = 0; i < PATH_DIMENSIONS; i++) {
                words[start++] += products[word] * step[i];
            }
        }
    }
    for (size_t i = 0; i < PATH_DIMENSIONS; i++) {
        words[i] += step[i];
    }
}`,
  },
  signature: {
    needs: ['multiply_exponential'],
    code: `/*
 * The truncated signature of a path of pixels, divided by 255, whose points are stride bytes apart.
 * scratch: room for PATH_DIMENSIONS numbers and as many as multiply_exponential() needs.
 */
static void signature(const uint8_t *point, size_t length, size_t stride, float *scratch, float *words)
{
    float *const step = scratch;
    float *const products = scratch + PATH_DIMENSIONS;
    for (size_t i = 0; i < PATH_WORDS; i++) {
        words[i] = 0.0f;
    }
#if PATH_BASEPOINT
    for (size_t i = 0; i < PATH_CHANNELS; i++) {
        step[i] = (float)point[i] * (1.0f / 255.0f);
    }
#if PATH_TIME
    step[PATH_CHANNELS] = 0.0f;
#endif
    multiply_exponential(words, step, products);
#endif
    for (size_t t = 1; t < length; t++) {
        const uint8_t *const next = point + stride;
        for (size_t i = 0; i < PATH_CHANNELS; i++) {
            step[i] = (float)(next[i] - point[i]) * (1.0f / 255.0f);
        }
#if PATH_TIME
        step[PATH_CHANNELS] = 1.0f / (float)(length - 1);
#endif
        multiply_exponential(words, step, products);
        point = next;
    }
}`,
  },
  signatures: {
    needs: ['signature'],
    code: `/*
 * The signature of each line of pixels: from lines that are line_stride bytes apart and have points
 * that are stride bytes apart, to [lines, PATH_WORDS]. scratch: as signature() needs it.
 */
static void signatures(const uint8_t *pixels, size_t lines, size_t line_stride, size_t length,
                       size_t stride, float *scratch, float *output)
{
    for (size_t line = 0; line < lines; line++) {
        signature(pixels + line * line_stride, length, stride, scratch, output + line * PATH_WORDS);
    }
}`,
  },
  unit_pixels: {
    code: `/* Lines of pixels, divided by 255: from lines and points so many bytes apart to [lines, length * channels]. */
static void unit_pixels(const uint8_t *pixels, size_t lines, size_t line_stride, size_t length,
                        size_t stride, size_t channels, float *output)
{
    for (size_t line = 0; line < lines; line++) {
        for (size_t t = 0; t < length; t++) {
            for (size_t i = 0; i < channels; i++) {
                *output++ = (float)pixels[line * line_stride + t * stride + i] * (1.0f / 255.0f);
            }
        }
    }
}`,
  },
};
