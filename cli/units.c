/* units.c - reads and prints sizes, times and counts.
 *
 * The grammar is the one of docs/limits.md and of every other way to set a
 * limit; it does not depend on the locale, and no value is rounded up. Never
 * turns text that it does not understand into a number. */
#include "units.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "vitrine.h"

typedef struct {
  const char *suffix;
  uint64_t factor;
} scale;

/* The first is the one without a suffix. */
static const scale sizes[] = {{"", 1}, {"K", 1u << 10}, {"M", 1u << 20}, {"G", 1u << 30}, {0, 0}};
static const scale times[] = {
    {"", 1000000000}, {"s", 1000000000}, {"ms", 1000000}, {"m", 60000000000}, {0, 0}};
static const scale counts[] = {{"", 1}, {0, 0}};

static const scale *scales(cli_unit unit) {
  return unit == CLI_SIZE ? sizes : unit == CLI_TIME ? times : counts;
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* *sum += number * factor, if that stays below VITRINE_UNLIMITED. */
static bool add(uint64_t *sum, uint64_t number, uint64_t factor) {
  if (factor != 0 && number > (VITRINE_UNLIMITED - 1 - *sum) / factor) return false;
  *sum += number * factor;
  return true;
}

cli_unit_error cli_unit_parse(cli_unit unit, const char *text, uint64_t *out) {
  if (strcmp(text, "unlimited") == 0) {
    *out = VITRINE_UNLIMITED;
    return CLI_UNIT_OK;
  }
  const char *digits = text, *fraction = "";
  while (is_digit(*text)) ++text;
  if (text == digits) return CLI_UNIT_FORM;
  const char *whole_end = text;
  if (*text == '.' && unit == CLI_TIME) {
    fraction = ++text;
    while (is_digit(*text)) ++text;
    if (text == fraction) return CLI_UNIT_FORM;
  }
  const scale *s = scales(unit);
  while (s->suffix && strcmp(s->suffix, text) != 0) ++s;
  if (!s->suffix) return CLI_UNIT_FORM;

  uint64_t whole = 0, value = 0;
  for (; digits < whole_end; ++digits) {
    uint64_t shifted = (uint64_t)(*digits - '0');
    if (!add(&shifted, whole, 10)) return CLI_UNIT_HUGE;
    whole = shifted;
  }
  if (!add(&value, whole, s->factor)) return CLI_UNIT_HUGE;
  for (uint64_t place = s->factor / 10; is_digit(*fraction); ++fraction, place /= 10) {
    if (!add(&value, (uint64_t)(*fraction - '0'), place)) return CLI_UNIT_HUGE;
  }
  if (value == 0) return CLI_UNIT_ZERO;
  *out = value;
  return CLI_UNIT_OK;
}

const char *cli_unit_form(cli_unit unit) {
  switch (unit) {
  case CLI_SIZE: return "bytes (1048576), or with K, M or G (64M), or unlimited";
  case CLI_TIME: return "seconds (0.5), or with ms, s or m (250ms), or unlimited";
  default: return "a whole number (1000), or unlimited";
  }
}

/* value / factor with at most `places` decimals, cut, and no zeros at the end. */
static void print_scaled(char *text, uint64_t value, const scale *s, int places) {
  int length = snprintf(text, CLI_UNIT_TEXT, "%" PRIu64, value / s->factor);
  uint64_t rest = value % s->factor;
  int keep = length;
  text[length++] = '.';
  for (int i = 0; i < places && rest != 0; ++i) {
    rest *= 10;
    text[length++] = (char)('0' + rest / s->factor);
    rest %= s->factor;
    if (text[length - 1] != '0') keep = length;
  }
  snprintf(text + keep, (size_t)(CLI_UNIT_TEXT - keep), "%s", s->suffix);
}

static const scale *scale_of_time(uint64_t value) {
  return value < 1000000000 ? &times[2] : &times[1];
}

void cli_unit_print(cli_unit unit, uint64_t value, char text[CLI_UNIT_TEXT]) {
  if (value == VITRINE_UNLIMITED) {
    snprintf(text, CLI_UNIT_TEXT, "unlimited");
  } else if (unit == CLI_SIZE) {
    const scale *s = &sizes[3];
    while (value < s->factor && s > sizes) --s;
    print_scaled(text, value, s, 2);
  } else if (unit == CLI_TIME) {
    print_scaled(text, value, scale_of_time(value), 3);
  } else {
    snprintf(text, CLI_UNIT_TEXT, "%" PRIu64, value);
  }
}

void cli_unit_exact(cli_unit unit, uint64_t value, char text[CLI_UNIT_TEXT]) {
  if (value == VITRINE_UNLIMITED) {
    snprintf(text, CLI_UNIT_TEXT, "unlimited");
  } else if (unit == CLI_TIME) {
    print_scaled(text, value, scale_of_time(value), 9);
  } else {
    const scale *s = unit == CLI_SIZE ? &sizes[3] : counts;
    while (value % s->factor != 0) --s;
    snprintf(text, CLI_UNIT_TEXT, "%" PRIu64 "%s", value / s->factor, s->suffix);
  }
}
