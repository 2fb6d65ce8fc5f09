import type { CFunction } from './c-function.js';

/** Local signature fields; PATH_… are defined above them, from the recipe. */
export const fieldFunctions: Readonly<Record<string, CFunction>> = {
  clear: {
    code: `static void clear(float *values, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        values[i] = 0.0f;
    }
}`,
  },
  segments: {
    needs: ['signature'],
    code: `/*
 * Adds to each window the mean of the signatures of its lines' segments: from lines that are
 * line_stride bytes apart and have points that are point_stride bytes apart, to windows that are
 * start_stride numbers apart along the lines and band_stride across them.
 * scratch: room for PATH_WORDS numbers and those that signature() needs.
 */
static void segments(const uint8_t *pixels, size_t lines, size_t line_stride, size_t length,
                     size_t point_stride, size_t window, size_t stride, float *scratch,
                     size_t start_stride, size_t band_stride, float *output)
{
    float *const words = scratch;
    for (size_t line = 0; line < lines; line++) {
        for (size_t start = 0; start * stride + window <= length; start++) {
            const uint8_t *const first = pixels + line * line_stride + start * stride * point_stride;
            signature(first, window, point_stride, scratch + PATH_WORDS, words);
            for (size_t band = 0; band * stride <= line; band++) {
                if (line < band * stride + window && band * stride + window <= lines) {
                    float *const to = output + start * start_stride + band * band_stride;
                    for (size_t i = 0; i < PATH_WORDS; i++) {
                        to[i] += words[i] / (float)window;
                    }
                }
            }
        }
    }
}`,
  },
  moments: {
    headers: ['math.h'],
    code: `/*
 * Mean, then deviation of each channel in every window, in integers until the end; the numbers of a
 * window begin \`place\` behind those of the one before it.
 */
static void moments(const uint8_t *pixels, size_t height, size_t width, size_t window,
                    size_t stride, size_t place, float *output)
{
    const uint32_t count = (uint32_t)(window * window);
    const float factor = 1.0f / (255.0f * (float)count);
    for (size_t top = 0; top + window <= height; top += stride) {
        for (size_t left = 0; left + window <= width; left += stride) {
            for (size_t i = 0; i < PATH_CHANNELS; i++) {
                uint32_t sum = 0;
                uint32_t squares = 0;
                for (size_t y = top; y < top + window; y++) {
                    for (size_t x = left; x < left + window; x++) {
                        const uint32_t value = pixels[(y * width + x) * PATH_CHANNELS + i];
                        sum += value;
                        squares += value * value;
                    }
                }
                const uint64_t spread = (uint64_t)count * squares - (uint64_t)sum * sum;
                output[i] = (float)sum * factor;
                output[PATH_CHANNELS + i] = sqrtf((float)spread) * factor;
            }
            output += place;
        }
    }
}`,
  },
};
