// survey.h - what a session holds, for the host to tell of; see survey.c.
#ifndef VITRINE_SURVEY_H
#define VITRINE_SURVEY_H

#include "py/obj.h"

// [number of globals, [[name, type, length or None, short repr], ...]], the first few.
mp_obj_t vitrine_survey_names(void);
// Names of the modules that can be imported, sorted; none that begins with _.
mp_obj_t vitrine_survey_modules(void);

#endif
