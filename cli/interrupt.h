/* interrupt.h - Ctrl-C. */
#ifndef CLI_INTERRUPT_H
#define CLI_INTERRUPT_H

#include <stdbool.h>

#include "vitrine.h"

/* From now on SIGINT cancels the run of `session` (NULL: of none) and makes
 * system calls return EINTR. Where the caller had SIGINT ignored, it stays so. */
void cli_interrupt_catch(vitrine_session *session);
/* Whether SIGINT came since the last cli_interrupt_forget(). */
bool cli_interrupted(void);
void cli_interrupt_forget(void);

#endif
