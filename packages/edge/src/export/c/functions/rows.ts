import type { CFunction } from './c-function.js';

/** Functions on rows of numbers, in place unless they have an output. */
export const rowFunctions: Readonly<Record<string, CFunction>> = {
  standardise: {
    code: `/* (x - mean) * scale for each column, in place. */
static void standardise(float *values, size_t rows, size_t columns, const float *mean,
                        const float *scale)
{
    for (size_t row = 0; row < rows; row++) {
        for (size_t i = 0; i < columns; i++) {
            *values = (*values - mean[i]) * scale[i];
            values++;
        }
    }
}`,
  },
  scale_and_shift: {
    code: `/* x * scale + shift for each column, in place: a batch normalisation. */
static void scale_and_shift(float *values, size_t rows, size_t columns, const float *scale,
                            const float *shift)
{
    for (size_t row = 0; row < rows; row++) {
        for (size_t i = 0; i < columns; i++) {
            *values = *values * scale[i] + shift[i];
            values++;
        }
    }
}`,
  },
  layer_norm: {
    headers: ['math.h'],
    code: `/* Mean 0 and variance 1 for each row, then times gamma plus beta, in place. */
static void layer_norm(float *values, size_t rows, size_t columns, const float *gamma,
                       const float *beta, float epsilon)
{
    for (size_t row = 0; row < rows; row++) {
        float mean = 0.0f;
        float variance = 0.0f;
        for (size_t i = 0; i < columns; i++) {
            mean += values[i];
        }
        mean /= (float)columns;
        for (size_t i = 0; i < columns; i++) {
            variance += (values[i] - mean) * (values[i] - mean);
        }
        variance /= (float)columns;
        const float factor = 1.0f / sqrtf(variance + epsilon);
        for (size_t i = 0; i < columns; i++) {
            values[i] = (values[i] - mean) * factor * gamma[i] + beta[i];
        }
        values += columns;
    }
}`,
  },
  rectify: {
    code: `/* max(0, x), in place. */
static void rectify(float *values, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        values[i] = values[i] < 0.0f ? 0.0f : values[i];
    }
}`,
  },
  gelu: {
    headers: ['math.h'],
    code: `/* x times the normal distribution function of x, in place. */
static void gelu(float *values, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        values[i] *= 0.5f * (1.0f + erff(values[i] * 0.70710678f));
    }
}`,
  },
  softmax: {
    headers: ['math.h'],
    code: `/* The softmax of each row, in place. */
static void softmax(float *values, size_t rows, size_t columns)
{
    for (size_t row = 0; row < rows; row++) {
        float most = values[0];
        float sum = 0.0f;
        for (size_t i = 1; i < columns; i++) {
            most = values[i] > most ? values[i] : most;
        }
        for (size_t i = 0; i < columns; i++) {
            values[i] = expf(values[i] - most);
            sum += values[i];
        }
        for (size_t i = 0; i < columns; i++) {
            values[i] /= sum;
        }
        values += columns;
    }
}`,
  },
  add: {
    code: `/* values + others, in place. */
static void add(float *values, const float *others, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        values[i] += others[i];
    }
}`,
  },
  copy: {
    headers: ['string.h'],
    code: `static void copy(const float *input, size_t count, float *output)
{
    memcpy(output, input, count * sizeof(float));
}`,
  },
  attention: {
    needs: ['softmax'],
    code: `/*
 * In each head softmax(Q K^T * factor) V, all of them [length, heads, size] (Vaswani et al. 2017,
 * section 3.2). scores: room for length numbers.
 */
static void attention(const float *query, const float *key, const float *value, size_t length,
                      size_t heads, size_t size, float factor, float *scores, float *context)
{
    const size_t stride = heads * size;
    for (size_t head = 0; head < heads; head++) {
        for (size_t row = 0; row < length; row++) {
            const size_t to = row * stride + head * size;
            for (size_t other = 0; other < length; other++) {
                float sum = 0.0f;
                for (size_t i = 0; i < size; i++) {
                    sum += query[to + i] * key[other * stride + head * size + i];
                }
                scores[other] = sum * factor;
            }
            softmax(scores, 1, length);
            for (size_t i = 0; i < size; i++) {
                float sum = 0.0f;
                for (size_t other = 0; other < length; other++) {
                    sum += scores[other] * value[other * stride + head * size + i];
                }
                context[to + i] = sum;
            }
        }
    }
}`,
  },
};
