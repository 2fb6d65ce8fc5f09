import type { CFunction } from './c-function.js';

/** Convolutions over images [height, width, channels]. */
export const convolutionFunctions: Readonly<Record<string, CFunction>> = {
  windows: {
    code: `/* Square windows over an image [height, width, channels] with padding zeros around it. */
struct windows {
    size_t height, width, channels;
    size_t size, stride, padding;
    size_t down, across; /* how many there are */
};`,
  },
  pixel_at: {
    needs: ['windows'],
    code: `/*
 * Where in the image the pixel (y, x) of the window (row, column) begins; SIZE_MAX for one of those
 * around it.
 */
static size_t pixel_at(const struct windows *w, size_t row, size_t column, size_t y, size_t x)
{
    const size_t at_y = row * w->stride + y;
    const size_t at_x = column * w->stride + x;
    const bool inside = at_y >= w->padding && at_y < w->height + w->padding &&
                        at_x >= w->padding && at_x < w->width + w->padding;
    return inside ? ((at_y - w->padding) * w->width + at_x - w->padding) * w->channels : SIZE_MAX;
}`,
  },
  copy_window: {
    needs: ['pixel_at'],
    headers: ['string.h'],
    code: `/* One window of an image as a row [size, size, channels]. */
static void copy_window(const float *input, const struct windows *w, size_t row, size_t column,
                        float *window)
{
    for (size_t y = 0; y < w->size; y++) {
        for (size_t x = 0; x < w->size; x++) {
            const size_t at = pixel_at(w, row, column, y, x);
            if (at != SIZE_MAX) {
                memcpy(window, input + at, w->channels * sizeof(float));
            } else {
                for (size_t i = 0; i < w->channels; i++) {
                    window[i] = 0.0f;
                }
            }
            window += w->channels;
        }
    }
}`,
  },
  copy_window_int8: {
    needs: ['pixel_at'],
    headers: ['string.h'],
    code: `/* One window of an image in int8 as a row [size, size, channels]; around the image is \`zero\`. */
static void copy_window_int8(const int8_t *input, int zero, const struct windows *w, size_t row,
                             size_t column, int8_t *window)
{
    for (size_t y = 0; y < w->size; y++) {
        for (size_t x = 0; x < w->size; x++) {
            const size_t at = pixel_at(w, row, column, y, x);
            if (at != SIZE_MAX) {
                memcpy(window, input + at, w->channels);
            } else {
                for (size_t i = 0; i < w->channels; i++) {
                    window[i] = (int8_t)zero;
                }
            }
            window += w->channels;
        }
    }
}`,
  },
  conv2d: {
    needs: ['copy_window', 'product'],
    code: `/* A convolution with kernel [filters, size, size, channels], window by window. */
static void conv2d(const float *input, const struct windows *w, size_t filters, const float *kernel,
                   const float *bias, bool relu, float *window, float *output)
{
    const size_t inner = w->size * w->size * w->channels;
    for (size_t row = 0; row < w->down; row++) {
        for (size_t column = 0; column < w->across; column++) {
            copy_window(input, w, row, column, window);
            product(window, 1, inner, inner, filters, kernel, bias, relu, output);
            output += filters;
        }
    }
}`,
  },
  conv2d_int8_weights: {
    needs: ['copy_window', 'product_int8_weights'],
    code: `/*
 * A convolution with weights scale[filter] * kernel[filter, y, x, channel], window by window.
 */
static void conv2d_int8_weights(const float *input, const struct windows *w, size_t filters,
                                const int8_t *kernel, const float *scale, const float *bias,
                                bool relu, float *window, float *output)
{
    const size_t inner = w->size * w->size * w->channels;
    for (size_t row = 0; row < w->down; row++) {
        for (size_t column = 0; column < w->across; column++) {
            copy_window(input, w, row, column, window);
            product_int8_weights(window, 1, inner, inner, filters, kernel, scale, bias, relu,
                                 output);
            output += filters;
        }
    }
}`,
  },
  conv2d_int8: {
    needs: ['copy_window_int8', 'product_int8'],
    code: `/*
 * A convolution of inputs input_scale * (input - zero) with weights scale[filter] * kernel[filter, y, x,
 * channel], window by window.
 */
static void conv2d_int8(const int8_t *input, float input_scale, int zero, const struct windows *w,
                        size_t filters, const int8_t *kernel, const float *scale,
                        const float *bias, bool relu, int8_t *window, float *output)
{
    const size_t inner = w->size * w->size * w->channels;
    for (size_t row = 0; row < w->down; row++) {
        for (size_t column = 0; column < w->across; column++) {
            copy_window_int8(input, zero, w, row, column, window);
            product_int8(window, input_scale, zero, 1, inner, inner, filters, kernel, scale, bias,
                         relu, output);
            output += filters;
        }
    }
}`,
  },
  depthwise: {
    needs: ['pixel_at'],
    code: `/* Each channel convolved with a filter of its own, kernel [size, size, channels], plus bias. */
static void depthwise(const float *input, const struct windows *w, const float *kernel,
                      const float *bias, float *output)
{
    for (size_t row = 0; row < w->down; row++) {
        for (size_t column = 0; column < w->across; column++) {
            const float *weights = kernel;
            for (size_t i = 0; i < w->channels; i++) {
                output[i] = bias ? bias[i] : 0.0f;
            }
            for (size_t y = 0; y < w->size; y++) {
                for (size_t x = 0; x < w->size; x++) {
                    const size_t at = pixel_at(w, row, column, y, x);
                    for (size_t i = 0; at != SIZE_MAX && i < w->channels; i++) {
                        output[i] += input[at + i] * weights[i];
                    }
                    weights += w->channels;
                }
            }
            output += w->channels;
        }
    }
}`,
  },
  depthwise_int8_weights: {
    needs: ['pixel_at'],
    code: `/*
 * Each channel convolved with a filter of its own, weights scale[channel] * kernel[y, x, channel].
 */
static void depthwise_int8_weights(const float *input, const struct windows *w,
                                   const int8_t *kernel, const float *scale, const float *bias,
                                   float *output)
{
    for (size_t row = 0; row < w->down; row++) {
        for (size_t column = 0; column < w->across; column++) {
            const int8_t *weights = kernel;
            for (size_t i = 0; i < w->channels; i++) {
                output[i] = bias ? bias[i] : 0.0f;
            }
            for (size_t y = 0; y < w->size; y++) {
                for (size_t x = 0; x < w->size; x++) {
                    const size_t at = pixel_at(w, row, column, y, x);
                    for (size_t i = 0; at != SIZE_MAX && i < w->channels; i++) {
                        output[i] += input[at + i] * ((float)weights[i] * scale[i]);
                    }
                    weights += w->channels;
                }
            }
            output += w->channels;
        }
    }
}`,
  },
  depthwise_int8: {
    needs: ['pixel_at'],
    code: `/*
 * Each channel of inputs input_scale * (input - zero) convolved with a filter of its own, weights
 * scale[channel] * kernel[y, x, channel]: summed up in integers.
 */
static void depthwise_int8(const int8_t *input, float input_scale, int zero, const struct windows *w,
                           const int8_t *kernel, const float *scale, const float *bias,
                           float *output)
{
    for (size_t row = 0; row < w->down; row++) {
        for (size_t column = 0; column < w->across; column++) {
            for (size_t i = 0; i < w->channels; i++) {
                int32_t sum = 0;
                for (size_t y = 0; y < w->size; y++) {
                    for (size_t x = 0; x < w->size; x++) {
                        const size_t at = pixel_at(w, row, column, y, x);
                        if (at != SIZE_MAX) {
                            sum += (input[at + i] - zero) * kernel[(y * w->size + x) * w->channels + i];
                        }
                    }
                }
                const float value = (float)sum * (input_scale * scale[i]);
                *output++ = bias ? value + bias[i] : value;
            }
        }
    }
}`,
  },
};
