/* courier.h - what `vitrine pipe` does with data, as Python of its own. */
#ifndef CLI_COURIER_H
#define CLI_COURIER_H

/* begin(source, target, table, keys), then fetch(url) or parse(bytes), store(rows) or
 * log(outcome, 0, message). */
extern const char cli_courier[];

#endif
