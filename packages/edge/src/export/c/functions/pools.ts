import type { CFunction } from './c-function.js';

/** Pools over sequences [length, channels] and images [height, width, channels]. */
export const poolFunctions: Readonly<Record<string, CFunction>> = {
  max_pool1d: {
    code: `/* The maxima of windows of size positions, side by side, to [count, channels]. */
static void max_pool1d(const float *input, size_t count, size_t channels, size_t size, float *output)
{
    for (size_t place = 0; place < count; place++) {
        for (size_t i = 0; i < channels; i++) {
            float most = input[i];
            for (size_t at = 1; at < size; at++) {
                const float value = input[at * channels + i];
                most = value > most ? value : most;
            }
            *output++ = most;
        }
        input += size * channels;
    }
}`,
  },
  max_pool2d: {
    needs: ['pixel_at'],
    code: `/* The maximum of each window, channel by channel. */
static void max_pool2d(const float *input, const struct windows *w, float *output)
{
    for (size_t row = 0; row < w->down; row++) {
        for (size_t column = 0; column < w->across; column++) {
            for (size_t i = 0; i < w->channels; i++) {
                float most = input[pixel_at(w, row, column, 0, 0) + i];
                for (size_t y = 0; y < w->size; y++) {
                    for (size_t x = 0; x < w->size; x++) {
                        const float value = input[pixel_at(w, row, column, y, x) + i];
                        most = value > most ? value : most;
                    }
                }
                *output++ = most;
            }
        }
    }
}`,
  },
  average_pool2d: {
    needs: ['pixel_at'],
    code: `/* The mean of each window, channel by channel. */
static void average_pool2d(const float *input, const struct windows *w, float *output)
{
    for (size_t row = 0; row < w->down; row++) {
        for (size_t column = 0; column < w->across; column++) {
            for (size_t i = 0; i < w->channels; i++) {
                float sum = 0.0f;
                for (size_t y = 0; y < w->size; y++) {
                    for (size_t x = 0; x < w->size; x++) {
                        sum += input[pixel_at(w, row, column, y, x) + i];
                    }
                }
                *output++ = sum / (float)(w->size * w->size);
            }
        }
    }
}`,
  },
  weighted_sum: {
    code: `/* The sum of rows [length, channels], each times its share; shares of NULL are all 1 / length. */
static void weighted_sum(const float *input, const float *shares, size_t length, size_t channels,
                         float *output)
{
    for (size_t i = 0; i < channels; i++) {
        float sum = 0.0f;
        for (size_t at = 0; at < length; at++) {
            sum += input[at * channels + i] * (shares ? shares[at] : 1.0f);
        }
        output[i] = shares ? sum : sum / (float)length;
    }
}`,
  },
};
