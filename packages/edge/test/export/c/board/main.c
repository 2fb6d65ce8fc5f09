/*
 * Reads images from pixels.bin, one after the other, and writes their probabilities to
 * probabilities.bin. With COUNT_INSTRUCTIONS it prints what one image takes on the Cortex-M machine.
 */
#include "model.h"

#include <stdio.h>

#ifdef COUNT_INSTRUCTIONS
/* SysTick counts down 24 bits at 25 MHz; run with -icount shift=0, an instruction takes 1 ns. */
#define SYSTICK ((volatile uint32_t *)0xE000E010u)
#define NANOSECONDS_A_TICK 40u
#endif

static uint8_t pixels[MODEL_WIDTH * MODEL_HEIGHT * MODEL_CHANNELS];
static float probabilities[MODEL_CLASSES];

int main(void)
{
    FILE *const input = fopen("pixels.bin", "rb");
    FILE *const output = fopen("probabilities.bin", "wb");
    if (!input || !output) {
        return 1;
    }
    while (fread(pixels, sizeof pixels, 1, input) == 1) {
#ifdef COUNT_INSTRUCTIONS
        SYSTICK[1] = 0xFFFFFFu;
        SYSTICK[2] = 0;
        SYSTICK[0] = 5u;
#endif
        model_classify(pixels, probabilities);
#ifdef COUNT_INSTRUCTIONS
        const uint32_t ticks = 0xFFFFFFu - SYSTICK[2];
        printf("%lu\n", (unsigned long)(ticks * NANOSECONDS_A_TICK));
#endif
        if (fwrite(probabilities, sizeof probabilities, 1, output) != 1) {
            return 1;
        }
    }
    fclose(input);
    return fclose(output);
}
