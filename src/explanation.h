/* explanation.h - a bad ending, told to a model. */
#ifndef VT_EXPLANATION_H
#define VT_EXPLANATION_H

#include "result.h"
#include "session.h"

/* Before a run: keeps its source, if it has one and will be asked for. */
void vt_explanation_begin(vitrine_session *session, const vt_request *request);
/* After a run that did not end well, once the session is as it leaves it. */
void vt_explanation_end(vitrine_session *session, const vitrine_limits *limits,
                        vitrine_result *result);

#endif
