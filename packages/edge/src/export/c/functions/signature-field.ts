import type { CFunction } from './c-function.js';

/** Local signature fields of depth 2 of feature maps [height, width, channels]. */
export const signatureFieldFunctions: Readonly<Record<string, CFunction>> = {
  map_segments: {
    code: `/*
 * Adds to each window the mean of its lines' signatures of depth 2: from lines that are line_stride
 * numbers apart and have points that are point_stride apart, to windows that are start_stride numbers
 * apart along the lines and band_stride across them.
 * words: room for one signature.
 */
static void map_segments(const float *input, size_t channels, size_t lines, size_t line_stride,
                         size_t length, size_t point_stride, size_t window, size_t stride,
                         float *words, size_t start_stride, size_t band_stride, float *output)
{
    const size_t count = channels + channels * channels;
    for (size_t line = 0; line < lines; line++) {
        for (size_t start = 0; start * stride + window <= length; start++) {
            const float *const first = input + line * line_stride + start * stride * point_stride;
            const float *const last = first + (window - 1) * point_stride;
            for (size_t i = 0; i < channels; i++) {
                words[i] = (last[i] - first[i]) / (float)window;
                for (size_t j = 0; j < channels; j++) {
                    float sum = 0.0f;
                    for (const float *x = first; x < last; x += point_stride) {
                        const float middle = 0.5f * (x[i] + x[point_stride + i]) - first[i];
                        sum += middle * (x[point_stride + j] - x[j]);
                    }
                    words[channels + i * channels + j] = sum / (float)window;
                }
            }
            for (size_t band = 0; band * stride <= line; band++) {
                if (line < band * stride + window && band * stride + window <= lines) {
                    float *const to = output + start * start_stride + band * band_stride;
                    for (size_t i = 0; i < count; i++) {
                        to[i] += words[i];
                    }
                }
            }
        }
    }
}`,
  },
  map_moments: {
    headers: ['math.h'],
    code: `/*
 * Mean, then deviation of each channel in every window; the numbers of a window begin \`place\` behind
 * those of the one before it.
 */
static void map_moments(const float *input, size_t height, size_t width, size_t channels,
                        size_t window, size_t stride, size_t place, float *output)
{
    const float share = 1.0f / (float)(window * window);
    for (size_t top = 0; top + window <= height; top += stride) {
        for (size_t left = 0; left + window <= width; left += stride) {
            const float *const first = input + (top * width + left) * channels;
            for (size_t i = 0; i < channels; i++) {
                float sum = 0.0f;
                float squares = 0.0f;
                for (size_t y = 0; y < window; y++) {
                    for (size_t x = 0; x < window; x++) {
                        sum += first[(y * width + x) * channels + i];
                    }
                }
                const float mean = sum * share;
                for (size_t y = 0; y < window; y++) {
                    for (size_t x = 0; x < window; x++) {
                        const float rest = first[(y * width + x) * channels + i] - mean;
                        squares += rest * rest;
                    }
                }
                output[i] = mean;
                output[channels + i] = sqrtf(squares * share + 1e-5f);
            }
            output += place;
        }
    }
}`,
  },
  hyperbolic_tangent: {
    headers: ['math.h'],
    code: `/* The hyperbolic tangent of each value. */
static void hyperbolic_tangent(float *values, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        values[i] = tanhf(values[i]);
    }
}`,
  },
};
