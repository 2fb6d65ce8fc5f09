import type { CFunction } from './c-function.js';

/** Products of rows with a kernel; int8 as `Quantization` describes it. */
export const productFunctions: Readonly<Record<string, CFunction>> = {
  product: {
    code: `/*
 * Rows of inner numbers, stride apart, times kernel [columns, inner] plus bias, to [rows, columns].
 * A bias of NULL is none.
 */
static void product(const float *input, size_t rows, size_t stride, size_t inner, size_t columns,
                    const float *kernel, const float *bias, bool relu, float *output)
{
    for (size_t row = 0; row < rows; row++) {
        for (size_t column = 0; column < columns; column++) {
            const float *const weights = kernel + column * inner;
            float sum = bias ? bias[column] : 0.0f;
            for (size_t i = 0; i < inner; i++) {
                sum += input[i] * weights[i];
            }
            *output++ = relu && sum < 0.0f ? 0.0f : sum;
        }
        input += stride;
    }
}`,
  },
  product_int8_weights: {
    code: `/*
 * Rows of inner numbers, stride apart, times weights scale[column] * kernel[column, i] plus bias, to
 * [rows, columns]. A bias of NULL is none.
 */
static void product_int8_weights(const float *input, size_t rows, size_t stride, size_t inner,
                                 size_t columns, const int8_t *kernel, const float *scale,
                                 const float *bias, bool relu, float *output)
{
    for (size_t row = 0; row < rows; row++) {
        for (size_t column = 0; column < columns; column++) {
            const int8_t *const weights = kernel + column * inner;
            float sum = 0.0f;
            for (size_t i = 0; i < inner; i++) {
                sum += input[i] * (float)weights[i];
            }
            sum = sum * scale[column] + (bias ? bias[column] : 0.0f);
            *output++ = relu && sum < 0.0f ? 0.0f : sum;
        }
        input += stride;
    }
}`,
  },
  product_int8: {
    code: `/*
 * Rows of inner inputs input_scale * (input[i] - zero), stride apart, times weights
 * scale[column] * kernel[column, i] plus bias, to [rows, columns]: summed up in integers. A bias of
 * NULL is none.
 */
static void product_int8(const int8_t *input, float input_scale, int zero, size_t rows,
                         size_t stride, size_t inner, size_t columns, const int8_t *kernel,
                         const float *scale, const float *bias, bool relu, float *output)
{
    for (size_t row = 0; row < rows; row++) {
        for (size_t column = 0; column < columns; column++) {
            const int8_t *const weights = kernel + column * inner;
            int32_t sum = 0;
            for (size_t i = 0; i < inner; i++) {
                sum += (input[i] - zero) * weights[i];
            }
            float value = (float)sum * (input_scale * scale[column]);
            if (bias) {
                value += bias[column];
            }
            *output++ = relu && value < 0.0f ? 0.0f : value;
        }
        input += stride;
    }
}`,
  },
  quantize: {
    headers: ['math.h'],
    code: `/* Numbers as int8: clamp(round(x / scale) + zero), halves to the even integer. */
static void quantize(const float *input, size_t count, float scale, int zero, int8_t *output)
{
    for (size_t i = 0; i < count; i++) {
        const float value = rintf(input[i] / scale) + (float)zero;
        /* What is no number at all becomes the lowest one. */
        output[i] = (int8_t)(value > -128.0f ? (value < 127.0f ? value : 127.0f) : -128.0f);
    }
}`,
  },
};
