/* The beginning of a program on a Cortex-M4F: its vectors, and the switch of its float unit. */
#include <stdint.h>

extern void _start(void);
extern uint32_t stack_top;

void reset(void);
void fault(void);

void reset(void)
{
    *(volatile uint32_t *)0xE000ED88u |= 0xFu << 20; /* CPACR: coprocessors 10 and 11 */
    __asm volatile("dsb\n\tisb");
    _start();
}

void fault(void)
{
    for (;;) {
    }
}

struct vectors {
    void *stack;
    void (*handlers[15])(void);
};

__attribute__((section(".vectors"), used)) static const struct vectors vectors = {
    &stack_top,
    {reset, fault, fault, fault, fault, fault},
};
